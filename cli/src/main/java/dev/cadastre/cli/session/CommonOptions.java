package dev.cadastre.cli.session;

import dev.cadastre.cli.output.Format;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that any verb takes, before or after its name. */
public final class CommonOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            defaultValue = "table",
            description = "table, json, ndjson, csv or names (default: table)")
    private Format format = Format.TABLE;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "as it was then: 2026-11-17T14:00Z, yesterday, 2h ago, monday 14:00")
    private @Nullable String at;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "the server to ask (also CADASTRE_SERVER)")
    private @Nullable String server;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the home of the server on this machine (also CADASTRE_HOME)")
    private @Nullable Path home;

    Format format() {
        return format;
    }

    @Nullable String at() {
        return at;
    }

    @Nullable String server() {
        return server;
    }

    @Nullable Path home() {
        return home;
    }
}
