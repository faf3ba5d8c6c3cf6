package dev.cadastre.cli.verb;

import static java.util.Objects.requireNonNull;

import dev.cadastre.cli.json.JsonWriter;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cadastre inventory --list} and {@code --host}, as Ansible calls inventory scripts. */
@Command(
        name = "inventory",
        description = "Print the inventory that Ansible reads.",
        footer = {
            "",
            "Example: cadastre inventory --list",
            "         cadastre inventory --host web1",
            "As a script for ansible -i: exec cadastre inventory \"$@\""
        })
public final class InventoryVerb implements Callable<Integer> {

    private final Session session;

    @ArgGroup(multiplicity = "1")
    private @Nullable Question question;

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
        session.surroundings()
                .out()
                .println(JsonWriter.write(session.server().read(path(requireNonNull(question)))));
        return 0;
    }

    private Path path(Question asked) {
        return asked.list
                ? Path.of("inventory", "ansible")
                        .with("environment", environment)
                        .with("group", group)
                : Path.of("inventory", "ansible", requireNonNull(asked.host));
    }
}
