package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Failure;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code cadastre up}: only what it takes, for {@code help} and completion. The launcher starts the
 * server instead of this program.
 */
public final class UpVerb {

    private UpVerb() {}

    /** The verb. */
    public static CommandLine tree() {
        Callable<Integer> refusal = UpVerb::refuse;
        CommandSpec up = CommandSpec.wrapWithoutInspection(refusal).name("up");
        option(up, "--config", "FILE", "settings (also CADASTRE_CONFIG); flags count more");
        option(up, "--port", "N", "where to listen (default: 7780)");
        option(up, "--estate", "FILE", "the estate file");
        option(up, "--database-url", "URL", "a PostgreSQL to use instead of the embedded one");
        option(up, "--listen", "ADDRESS", "default 127.0.0.1; all but loopback want TLS");
        option(up, "--hosts", "NAMES", "names by which browsers may address it, with commas");
        option(up, "--tls-certificate", "FILE", "PEM, followed by those of its issuers");
        option(up, "--tls-key", "FILE", "PEM, the certificate's private key");
        up.addOption(
                OptionSpec.builder("--anonymous-read")
                        .description("let anyone read what is registered")
                        .build());
        up.addOption(
                OptionSpec.builder("--demo")
                        .description("show an invented organisation, in a home of its own")
                        .build());
        up.usageMessage()
                .description(
                        "Start the server, and inventory this machine and the estate file's hosts.",
                        "The password for --database-url comes from CADASTRE_DATABASE_PASSWORD,"
                                + " PGPASSWORD or ~/.pgpass.")
                .footer(
                        "",
                        "Example: cadastre up --estate estate.ini",
                        "         cadastre up --listen 0.0.0.0 --hosts cadastre.example.com"
                                + " --tls-certificate cert.pem --tls-key key.pem");
        return new CommandLine(up);
    }

    private static void option(CommandSpec up, String name, String value, String description) {
        up.addOption(
                OptionSpec.builder(name)
                        .type(String.class)
                        .paramLabel(value)
                        .description(description)
                        .build());
    }

    private static Integer refuse() {
        throw new Failure(
                Failure.Kind.USAGE,
                "This program asks servers and starts none",
                "Run the launcher: ./cadastre up, in a checkout or where Cadastre is installed.");
    }
}
