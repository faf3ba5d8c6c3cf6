package dev.cadastre.cli.verb;

import static java.util.Objects.requireNonNull;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonWriter;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre inventory --list} and {@code --host}, as Ansible calls inventory scripts. */
@Command(
        name = "inventory",
        description = "Print the inventory that Ansible reads.",
        footer = {
            "",
            "Example: cadastre inventory --list",
            "         cadastre inventory --list 'group:web env:qa'",
            "         cadastre inventory --host web1",
            "As a script for ansible -i: exec cadastre inventory \"$@\""
        })
public final class InventoryVerb implements Callable<Integer> {

    private final Session session;

    @ArgGroup(multiplicity = "1")
    private @Nullable Question question;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "only hosts that it finds, such as env:qa or 'group:web -os:alpine'")
    private List<String> words = List.of();

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "hosts of an environment only")
    private @Nullable String environment;

    @Option(names = "--group", paramLabel = "NAME", description = "hosts of a group only")
    private @Nullable String group;

    /** What Ansible asks for. */
    static final class Question {

        @Option(names = "--list", description = "all groups, and the variables of all hosts")
        private boolean list;

        @Option(names = "--host", paramLabel = "NAME", description = "the variables of one host")
        private @Nullable String host;
    }

    /** The verb of a session. */
    public InventoryVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = path(requireNonNull(question));
        Json inventory = QueryText.of(words).explaining(() -> session.server().read(path));
        session.surroundings().out().println(JsonWriter.write(inventory));
        return 0;
    }

    private Path path(Question asked) {
        return asked.list
                ? QueryText.of(words)
                        .applyTo(Path.of("inventory", "ansible"))
                        .with("environment", environment)
                        .with("group", group)
                : Path.of("inventory", "ansible", requireNonNull(asked.host));
    }
}
