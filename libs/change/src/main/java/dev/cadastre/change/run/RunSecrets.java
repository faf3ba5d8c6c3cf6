package dev.cadastre.change.run;

import dev.cadastre.change.text.Masking;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a run, each asked for once however many hosts need it, and once more if it is
 * wrong. They stay in memory, for as long as this does. Thread-safe.
 */
public final class RunSecrets {

    private static final int MOST_ANSWERS = 2;

    private final Secrets secrets;
    private final Map<String, Given> given = new HashMap<>();
    private volatile Masking masking;

    /** Those that one can be asked for. */
    public RunSecrets(Secrets secrets) {
        this(secrets, Set.of());
    }

    /**
     * Those that one can be asked for, beside what the values of the change have in them.
     *
     * @param known what is taken out of text as those are that were asked for
     */
    public RunSecrets(Secrets secrets, Set<String> known) {
        this.secrets = secrets;
        this.masking = Masking.of(known);
    }

    /** What was given for a name. */
    public static final class Given {
        private final String name;
        private final int answer;
        private final @Nullable String value;

        private Given(String name, int answer, @Nullable String value) {
            this.name = name;
            this.answer = answer;
            this.value = value;
        }

        /** The secret; null if nobody gives it, or it was wrong twice. */
        public @Nullable String value() {
            return value;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Given[%s, answer %d]".formatted(name, answer);
        }
    }

    /** The secret of a name, as it was given last; whoever is first has it asked for. */
    public synchronized Given get(String name) {
        Given known = given.get(name);
        return known == null ? ask(name, 1) : known;
    }

    /**
     * What to try instead of a secret that a host says is wrong: what was given since, or what is
     * given now. There is no third answer.
     */
    public synchronized Given again(Given wrong) {
        Given known = get(wrong.name);
        if (known.answer > wrong.answer || known.value == null) {
            return known;
        }
        return wrong.answer < MOST_ANSWERS
                ? ask(wrong.name, wrong.answer + 1)
                : new Given(wrong.name, wrong.answer, null);
    }

    private Given ask(String name, int answer) {
        String value = secrets.ask(name, answer > 1);
        if (value != null) {
            masking = masking.and(value);
        }
        Given now = new Given(name, answer, value);
        given.put(name, now);
        return now;
    }

    /** What takes all secrets out of text that were given until now. */
    public Masking masking() {
        return masking;
    }
}
