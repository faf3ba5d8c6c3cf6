package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Failure;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code cadastre config}: only what it takes, for {@code help} and completion. The launcher has
 * the server's program do it, which alone knows the settings.
 */
public final class ConfigVerb {

    private ConfigVerb() {}

    /** The verb. */
    public static CommandLine tree() {
        CommandSpec config = spec("config", "Ask about the configuration of the server.");
        config.addSubcommand("check", withFile("check", "Say all that is wrong with a file."));
        config.addSubcommand("show", withFile("show", "Print what counts, and because of what."));
        config.addSubcommand(
                "example",
                spec("example", "Print a file with every key as a comment that explains it."));
        config.usageMessage()
                .footer("", "Example: cadastre config check /etc/cadastre/cadastre.conf");
        return new CommandLine(config);
    }

    private static CommandSpec spec(String name, String description) {
        Callable<Integer> refusal = ConfigVerb::refuse;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(refusal).name(name);
        spec.usageMessage().description(description);
        return spec;
    }

    private static CommandSpec withFile(String name, String description) {
        CommandSpec spec = spec(name, description);
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("0..1")
                        .type(String.class)
                        .description(
                                "default: CADASTRE_CONFIG, else the installed"
                                        + " /etc/cadastre/cadastre.conf")
                        .build());
        spec.usageMessage().footer("", "Example: cadastre config " + name);
        return spec;
    }

    private static Integer refuse() {
        throw new Failure(
                Failure.Kind.USAGE,
                "This program asks servers and knows nothing of their configuration",
                "Run the launcher: ./cadastre config, in a checkout or where Cadastre is installed.");
    }
}
