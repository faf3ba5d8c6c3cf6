package dev.cadastre.server.monitoring.definition;

import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.TestText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands a definition that was written, noting all that is wrong with it. For one reading. */
public final class DefinitionReader {

    /** The shortest time between two checks. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(1);
    private static final Duration USUAL_RETRY = Duration.ofSeconds(15);
    private static final int MOST_RETRIES = 100;
    private static final int MOST_WORDS = 200;
    private static final int LONGEST_TEXT = 4_000;

    /** Where the name of a host goes that a query finds. */
    static final String HOST = "${host}";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(passw|passphrase|secret|token|credential|api[._-]?key).*");

    /** The name of a variable, with or without what all of them begin with. */
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

    /** Plug-ins that tell whether something can be reached at all. */
    private static final Set<String> AVAILABILITY =
            Set.of(
                    "check_ping",
                    "check_icmp",
                    "check_host",
                    "check_fping",
                    "check_tcp",
                    "check_http",
                    "check_curl",
                    "check_ssh",
                    "check_smtp",
                    "check_pgsql",
                    "check_mysql",
                    "check_ldap",
                    "check_dns",
                    "check_dig",
                    "check_imap",
                    "check_pop",
                    "check_ftp");

    private final String name;
    private final Draft draft;
    private final KindRules rules;
    private final List<MonitorProblem> problems = new ArrayList<>();

    private DefinitionReader(String name, Draft draft, KindRules rules) {
        this.name = name;
        this.draft = draft;
        this.rules = rules;
    }

    /**
     * What a draft says.
     *
     * @param draft with what its template says
     */
    public static Reading read(String name, Draft draft, KindRules rules) {
        return new DefinitionReader(name, draft, rules).read();
    }

    /** Whether a monitor or a template may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private Reading read() {
        if (!isName(name)) {
            problem(
                    "name",
                    Quoted.of(name) + " is no name of a monitor",
                    "use letters, digits, . _ -");
        }
        subject();
        Optional<MonitorKind> kind = kind();
        Duration interval = span(Draft.INTERVAL, USUAL_INTERVAL, LONGEST);
        Duration timeout = span(Draft.TIMEOUT, Duration.ofSeconds(10), LONGEST_TIMEOUT);
        Duration retryInterval = span(Draft.RETRY_INTERVAL, shorter(interval), LONGEST);
        int retries = retries(kind.map(MonitorKind::usualRetries).orElse(0));
        CheckPlace place =
                one(Draft.WHERE, List.of("server", "host"), "place to check from")
                        .map(word -> CheckPlace.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(
                                kind.filter(MonitorKind::runsTest).isPresent()
                                        ? CheckPlace.HOST
                                        : CheckPlace.SERVER);
        Optional<Boolean> availability = yesOrNo(Draft.AVAILABILITY);
        boolean enabled = yesOrNo(Draft.ENABLED).orElse(true);
        kind.ifPresent(known -> checkKind(known, place));
        if (!problems.isEmpty() || kind.isEmpty()) {
            return new Reading.Refused(problems);
        }
        return new Reading.Complete(
                new MonitorDefinition(
                        name,
                        draft.value(Draft.ASSET).orElse(null),
                        draft.value(Draft.Q).orElse(null),
                        kind.get(),
                        draft.command(),
                        draft.settings(),
                        interval,
                        timeout,
                        retries,
                        retryInterval,
                        place,
                        availability.orElseGet(() -> tellsAvailability(kind.get())),
                        enabled,
                        test()));
    }

    private @Nullable TestText test() {
        String text = draft.test();
        return text == null ? null : TestText.of(draft.value(Draft.TEST).orElse(name), text);
    }

    private boolean tellsAvailability(MonitorKind kind) {
        return kind.tellsAvailability()
                || (kind.runsCommand() && AVAILABILITY.contains(program(draft.command())));
    }

    private static String program(List<String> command) {
        String first = command.isEmpty() ? "" : command.getFirst();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    private static Duration shorter(Duration interval) {
        return interval.compareTo(USUAL_RETRY) < 0 ? interval : USUAL_RETRY;
    }

    private void subject() {
        Optional<String> asset = draft.value(Draft.ASSET);
        boolean byHost = asset.filter(text -> text.contains(HOST)).isPresent();
        if (draft.value(Draft.Q).isPresent()) {
            if (asset.isPresent() && !byHost) {
                problem(
                        Draft.ASSET,
                        "it is the same for all that the query finds",
                        "put " + HOST + " into it, as in service:5432-tcp@" + HOST);
            }
        } else if (asset.isEmpty()) {
            problem(
                    Draft.ASSET,
                    "it does not say what is checked",
                    "give an asset such as host:web1, or a query such as q = env:prod");
        } else if (byHost) {
            problem(Draft.ASSET, "it names no asset", "write it out, or add a query");
        }
    }

    private Optional<MonitorKind> kind() {
        Optional<String> word = draft.value(Draft.KIND);
        if (word.isEmpty() && draft.value(Draft.TEST).isPresent()) {
            return Optional.of(MonitorKind.TEST);
        }
        if (word.isEmpty()) {
            problem(
                    Draft.KIND,
                    "it does not say by which means",
                    "write one of " + String.join(", ", MonitorKind.words()));
            return Optional.empty();
        }
        return one(Draft.KIND, MonitorKind.words(), "kind of monitor").flatMap(MonitorKind::ofWord);
    }

    private void checkKind(MonitorKind kind, CheckPlace place) {
        if (kind.runsTest() && place == CheckPlace.SERVER) {
            problem(Draft.WHERE, "a test is run on the host", "leave it out, or write host");
        } else if (place == CheckPlace.HOST && !kind.runsCommand() && !kind.runsTest()) {
            problem(
                    Draft.WHERE,
                    "a %s monitor is checked from the server".formatted(kind.word()),
                    "leave it out, or run a plug-in on the host");
        }
        checkCommand(kind, place);
        TestRules.check(kind, draft, this::problem);
        draft.settings().forEach(this::checkSetting);
        problems.addAll(rules.problems(kind, draft.settings()));
    }

    private void checkCommand(MonitorKind kind, CheckPlace place) {
        List<String> command = draft.command();
        if (draft.values().containsKey(Draft.COMMAND)) {
            problem(
                    Draft.COMMAND,
                    "a quote or a backslash in it is left open",
                    "close it, or write it twice to mean itself");
        } else if (kind.runsCommand() && command.isEmpty()) {
            problem(Draft.COMMAND, "there is none", "write such as check_disk -w 10%");
        } else if (!kind.runsCommand() && !command.isEmpty()) {
            problem(
                    Draft.COMMAND,
                    "a %s monitor runs none".formatted(kind.word()),
                    "remove it, or make it kind plugin");
        } else if (command.size() > MOST_WORDS
                || command.stream().anyMatch(word -> word.length() > LONGEST_TEXT)) {
            problem(
                    Draft.COMMAND,
                    "it is longer than any",
                    "use at most %d words of %d characters".formatted(MOST_WORDS, LONGEST_TEXT));
        } else if (command.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            problem(Draft.COMMAND, "it has a NUL character", "remove it");
        } else if (place == CheckPlace.SERVER
                && !command.isEmpty()
                && !isPlain(command.getFirst())) {
            problem(
                    Draft.COMMAND,
                    Quoted.of(command.getFirst()) + " is no name of a plug-in",
                    "name a file of the server's folder of plug-ins, without a path");
        }
    }

    private static boolean isPlain(String program) {
        return NAME.matcher(program).matches() && !program.startsWith(".");
    }

    private void checkSetting(String key, String value) {
        if (SECRET.matcher(key).matches() && !VARIABLE.matcher(value).matches()) {
            problem(
                    key,
                    "it looks like a secret, and secrets are not kept here",
                    "name the variable of the server that has it, such as CADASTRE_SECRET_SHOP");
        } else if (value.length() > LONGEST_TEXT) {
            problem(key, "it is too long", "use at most %d characters".formatted(LONGEST_TEXT));
        }
    }

    private Duration span(String key, Duration usual, Duration longest) {
        return value(
                key,
                usual,
                text ->
                        TimeSpan.parse(text)
                                .filter(span -> span.compareTo(longest) <= 0)
                                .filter(span -> isLongEnough(key, span)),
                "no time between %s and %s"
                        .formatted(
                                key.equals(Draft.TIMEOUT) ? "1ms" : TimeSpan.format(SHORTEST),
                                TimeSpan.format(longest)),
                "write such as 30s, 1m30s or 1h");
    }

    private static boolean isLongEnough(String key, Duration span) {
        return key.equals(Draft.TIMEOUT) || span.compareTo(SHORTEST) >= 0;
    }

    private int retries(int usual) {
        return value(
                Draft.RETRIES,
                usual,
                text ->
                        DIGITS.matcher(text).matches()
                                ? Optional.of(Integer.parseInt(text))
                                        .filter(count -> count <= MOST_RETRIES)
                                : Optional.empty(),
                "no number from 0 to " + MOST_RETRIES,
                "0 makes a problem certain at once");
    }

    private Optional<Boolean> yesOrNo(String key) {
        return one(key, List.of("true", "false"), "answer").map(Boolean::valueOf);
    }

    private Optional<String> one(String key, List<String> words, String what) {
        Optional<String> text = draft.value(key).map(word -> word.toLowerCase(Locale.ROOT));
        if (text.isPresent() && !words.contains(text.get())) {
            String close = Spelling.closest(text.get(), words);
            problem(
                    key,
                    "%s is no %s".formatted(Quoted.of(text.get()), what),
                    close == null
                            ? "write one of " + String.join(", ", words)
                            : "did you mean " + close + "?");
            return Optional.empty();
        }
        return text;
    }

    private <T> T value(
            String key,
            T usual,
            Function<String, Optional<T>> parser,
            String complaint,
            String remedy) {
        @Nullable String text = draft.value(key).orElse(null);
        if (text == null) {
            return usual;
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            problem(key, Quoted.of(text) + " is " + complaint, remedy);
        }
        return Objects.requireNonNull(value.orElse(usual));
    }

    private void problem(String key, String message, String remedy) {
        problems.add(
                new MonitorProblem(
                        "monitor.%s-wrong".formatted(key), key, key + ": " + message, remedy));
    }
}
