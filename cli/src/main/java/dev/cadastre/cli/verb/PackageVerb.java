package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre package NAME}. */
@Command(
        name = "package",
        description =
                "Show which hosts have a package, and in which version. Exit status 1 if none.",
        footer = {
            "",
            "Example: cadastre package openssl --environment qa",
            "         cadastre package log4j-core --versions"
        })
public final class PackageVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "the package's name, or its purl")
    private String name = "";

    @Option(names = "--versions", description = "count the hosts of each version and environment")
    private boolean versions;

    @Option(names = "--version", paramLabel = "VERSION", description = "hosts with this version")
    private @Nullable String version;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "hosts of this environment")
    private @Nullable String environment;

    @Option(names = "--type", paramLabel = "TYPE", description = "deb, rpm, pypi …")
    private @Nullable String type;

    @Option(names = "--limit", paramLabel = "N", description = "end after N hosts")
    private @Nullable Integer limit;

    /** The verb of a session. */
    public PackageVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return versions
                ? show(readVersions(), Columns.PACKAGE_VERSIONS)
                : show(readHosts(), Columns.PACKAGE_HOSTS);
    }

    private Json readVersions() {
        return session.server()
                .read(
                        Path.of("packages", "versions")
                                .with("name", name)
                                .with("type", type)
                                .with("at", session.at()));
    }

    private Json readHosts() {
        Path path =
                Path.of("packages", "hosts")
                        .with(name.startsWith("pkg:") ? "purl" : "name", name)
                        .with("version", version)
                        .with("type", type)
                        .with("environment", environment)
                        .with("at", session.at());
        return new Listing(session.server()).read(path, limit);
    }

    private int show(Json answer, List<Column> columns) {
        session.printer().list(answer, columns);
        if (answer.list("items").isEmpty()) {
            session.remark("No host has " + name + ".");
            return 1;
        }
        return 0;
    }
}
