package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunSettings;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.run.RunColumns;
import dev.cadastre.cli.scan.Scans;
import dev.cadastre.cli.scan.TestFile;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre test run FILE}. */
@Command(
        name = "run",
        description = {
            "Send an executable to hosts, run it there, and tell which of them pass.",
            "It answers as plug-ins of Nagios do, by status 0, 1, 2 or 3, or by TAP; it is the file"
                    + " that test.run takes in a change. Exit status 1 unless all pass."
        },
        footer = {
            "",
            "Example: cadastre test run no-world-writable.sh --on env:prod",
            "         cadastre test run cis.sh --tap --as root --on group:web -- --level 2",
            "         cadastre test run disk.sh --offline --host ops@web1 --host ops@web2"
        })
final class TestRunVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("HOST", "host"),
                    Column.word("RESULT", "result").marked(TestRunVerb::mark),
                    Column.of("TOOK", TestRunVerb::took),
                    Column.of("SAID", "said"));

    private static final int LONGEST_SECONDS = 86_400;
    private static final int MOST_AT_ONCE = RunSettings.MOST_AT_ONCE;

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "an executable of this machine")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ARGUMENT",
            description = "what it is called with")
    private List<String> arguments = List.of();

    @Mixin private final HostChoice hosts = new HostChoice();

    @Option(names = "--tap", description = "it answers by the Test Anything Protocol")
    private boolean tap;

    @Option(names = "--warnings", description = "a warning is as good as passed")
    private boolean warnings;

    @Option(names = "--as", paramLabel = "ACCOUNT", description = "run it as that account, by sudo")
    private @Nullable String as;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "end it after so many seconds (default: 600)")
    private int timeout = 600;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "on at most N hosts at one time (default: 50)")
    private int atOnce = RunSettings.USUALLY_AT_ONCE;

    @Option(names = "--why", paramLabel = "TEXT", description = "what for; lists show it")
    private String why = "";

    @Option(
            names = {"-v", "--verbose"},
            description = "show what it prints")
    private boolean verbose;

    TestRunVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (timeout < 1 || timeout > LONGEST_SECONDS || atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "No test can be run so",
                    "Write --timeout from 1 to %d, and --at-once from 1 to %d."
                            .formatted(LONGEST_SECONDS, MOST_AT_ONCE));
        }
        TestFile test =
                new TestFile(file, arguments, tap, warnings, as, Duration.ofSeconds(timeout));
        Scans scans = new Scans(session, test, why, atOnce, verbose);
        List<Json> results =
                hosts.isOffline()
                        ? scans.offline(hosts.offline())
                        : scans.ofServer(hosts.names(), hosts.query());
        session.printer()
                .list(new JsonObject().with("items", new Json.Items(results)).json(), COLUMNS);
        long passed = results.stream().filter(TestRunVerb::isPassed).count();
        session.remark("%d of %d hosts pass".formatted(passed, results.size()));
        return passed == results.size() ? 0 : 1;
    }

    private static boolean isPassed(Json result) {
        return result.text("result").orElse("").equals("PASSED");
    }

    private static Mark mark(Json result) {
        return switch (result.text("result").orElse("")) {
            case "PASSED" -> Mark.GOOD;
            case "WARNING", "UNKNOWN", "OUT_OF_REACH", "NOT_RUN", "STOPPED" -> Mark.WORRYING;
            default -> Mark.BAD;
        };
    }

    private static String took(Json result) {
        return result.text("tookMillis").map(Long::parseLong).map(RunColumns::duration).orElse("");
    }
}
