package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre diff A B}. */
@Command(
        name = "diff",
        description =
                "Compare two hosts, or one host at two moments. Exit status 1 if they differ.",
        footer = {
            "",
            "Example: cadastre diff web1 web2",
            "         cadastre diff 'web1@2 days ago' web1"
        })
public final class DiffVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "A", description = "HOST or HOST@TIME")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "HOST or HOST@TIME")
    private String b = "";

    @Option(names = "--at-a", paramLabel = "TIME", description = "A as it was then")
    private @Nullable String atA;

    @Option(names = "--at-b", paramLabel = "TIME", description = "B as it was then")
    private @Nullable String atB;

    /** The verb of a session. */
    public DiffVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        HostAtMoment first = HostAtMoment.read(a, atA, session);
        HostAtMoment second = HostAtMoment.read(b, atB, session);
        Json diff =
                session.server()
                        .read(
                                Path.of("diff")
                                        .with("a", first.host())
                                        .with("b", second.host())
                                        .with("atA", first.at())
                                        .with("atB", second.at()));
        List<Json> differences = Differences.flatten(diff);
        session.printer().items(diff, differences, Columns.DIFFERENCES);
        return differences.isEmpty() ? 0 : 1;
    }
}
