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

    /** Behind the key of what is sealed. */
    private static final String SEALED = ".sealed";

    /** As scripts say it of what is not kept. */
    private static final String SIZE = ".size";

    private final Secrets secrets;
    private final Map<String, Given> given = new HashMap<>();
    private final Sealing sealing;
    private volatile Masking masking;

    /** Those that one can be asked for. */
    public RunSecrets(Secrets secrets) {
        this(secrets, Set.of(), Sealing.NONE);
    }

    /**
     * Those that one can be asked for, beside what the values of the change have in them.
     *
     * @param known what is taken out of text as those are that were asked for
     * @param sealing by which what undoing needs is kept, although one of them is in it
     */
    public RunSecrets(Secrets secrets, Set<String> known, Sealing sealing) {
        this.secrets = secrets;
        this.sealing = sealing;
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

    /**
     * What was there before, as it may be written down: what has a secret in it is sealed, or else
     * left out whole with its size, since nothing could be put back from a part of it.
     */
    Map<String, String> kept(Map<String, String> before) {
        Map<String, String> kept = new HashMap<>();
        before.forEach((key, value) -> {
            String sealed = isOpen(value) ? null : sealing.seal(value);
            if (sealed != null) {
                kept.put(key + SEALED, sealed);
            } else if (isOpen(value)) {
                kept.put(key, value);
            } else {
                kept.put(key + SIZE, Integer.toString(value.length()));
            }
        });
        return kept;
    }

    private boolean isOpen(String value) {
        return masking.masked(value).equals(value);
    }

    /** The same as it was before it was written down, as far as it can be told. */
    Map<String, String> opened(Map<String, String> kept) {
        Map<String, String> before = new HashMap<>();
        kept.forEach((key, value) -> {
            if (!key.endsWith(SEALED)) {
                before.put(key, value);
                return;
            }
            String name = key.substring(0, key.length() - SEALED.length());
            String opened = sealing.open(value);
            before.put(
                    opened == null ? name + SIZE : name,
                    opened == null ? Integer.toString(value.length()) : opened);
        });
        return before;
    }

    /** What takes all secrets out of text that were given until now. */
    public Masking masking() {
        return masking;
    }
}
