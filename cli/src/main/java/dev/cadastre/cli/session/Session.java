package dev.cadastre.cli.session;

import dev.cadastre.cli.output.MarkdownPage;
import dev.cadastre.cli.output.Printer;
import dev.cadastre.cli.server.Access;
import dev.cadastre.cli.server.Credentials;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.LocalServer;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.server.ServerUrl;
import dev.cadastre.cli.text.Printable;
import dev.cadastre.cli.time.Moment;
import dev.cadastre.cli.time.Moment.NotAMoment;
import dev.cadastre.cli.time.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What all verbs share: where to ask and how to print. */
public final class Session {

    private static final URI USUAL_URL = URI.create("http://localhost:7780");

    private final Surroundings surroundings;
    private final CommonOptions options = new CommonOptions();

    /** Options are filled in when a command line is parsed. */
    public Session(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What a command may touch. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** The options that any verb takes. */
    public CommonOptions options() {
        return options;
    }

    /** The server to ask. */
    public Server server() {
        return server(access());
    }

    /** That server. */
    public Server server(Access access) {
        return new Server(access, surroundings.variable("CADASTRE_CA").map(Path::of).orElse(null));
    }

    /** Prints answers. */
    public Printer printer() {
        return new Printer(
                surroundings.out(),
                options.format(),
                surroundings.clock().getZone(),
                surroundings.colours());
    }

    /**
     * Prints a text in Markdown: at a terminal as one reads it there, in its width; elsewhere as it
     * was written.
     */
    public void read(String markdown) {
        if (surroundings.outIsTerminal()) {
            var page = new MarkdownPage(surroundings.columns(), surroundings.colours());
            surroundings.out().print(page.render(markdown));
        } else {
            markdown.lines().forEach(printer()::line);
        }
    }

    /** Says something beside the answer, on standard error. */
    public void remark(String text) {
        surroundings.err().println(Printable.escape(text));
    }

    /** Tells how far the work is: a line that changes on a terminal, and nothing elsewhere. */
    public void progress(String text) {
        if (surroundings.errIsTerminal()) {
            surroundings.err().print("\r\u001b[K" + Printable.escape(text));
            surroundings.err().flush();
        }
    }

    /**
     * Goes on if the person at the terminal agrees, or has agreed beforehand; fails otherwise, also
     * where there is nobody to ask.
     */
    public void confirm(String question, boolean agreed) {
        if (agreed) {
            return;
        }
        if (!surroundings.inIsTerminal()) {
            throw new Failure(
                    Failure.Kind.USAGE, question, "There is nobody to ask here: agree with --yes.");
        }
        surroundings.err().print(Printable.escape(question) + " [y/N] ");
        surroundings.err().flush();
        if (!line().strip().equalsIgnoreCase("y")) {
            throw new Failure(Failure.Kind.NO, "Nothing was done");
        }
    }

    /** The next line of standard input; empty at its end. */
    public String line() {
        try {
            var line = new ByteArrayOutputStream();
            for (int next = surroundings.in().read();
                    next >= 0 && next != '\n';
                    next = surroundings.in().read()) {
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The moment to look at; null for now. */
    public @Nullable Instant at() {
        return options.at() == null ? null : moment(options.at());
    }

    /** A moment as a person writes it. */
    public Instant moment(String text) {
        try {
            return Moment.resolve(text, surroundings.clock());
        } catch (NotAMoment e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    e.reason(),
                    e,
                    "Write it like 2026-11-17T14:00Z, '2026-11-17 14:00', yesterday, '2h ago' or"
                            + " 'monday 14:00'.");
        }
    }

    /** A moment to come, told as how long from now. */
    public Instant after(String text) {
        return Span.parse(text.strip().toLowerCase(Locale.ROOT))
                .map(span -> span.after(ZonedDateTime.now(surroundings.clock())).toInstant())
                .orElseThrow(() ->
                        new Failure(
                                Failure.Kind.USAGE,
                                "'" + text + "' is not a length of time",
                                "Write it like 12h, 90d or 1 year."));
    }

    /** Where tokens are kept. */
    public Credentials credentials() {
        Path configuration =
                surroundings
                        .variable("XDG_CONFIG_HOME")
                        .map(Path::of)
                        .orElseGet(() -> surroundings.userHome().resolve(".config"));
        return new Credentials(configuration.resolve("cadastre"));
    }

    /**
     * The server that was named, else the one of this machine, else the one signed in to last, with
     * the token that goes with it.
     */
    public Access access() {
        Optional<String> named =
                Optional.ofNullable(options.server())
                        .or(() -> surroundings.variable("CADASTRE_SERVER"));
        Access access = named.map(ServerUrl::parse).map(this::accessTo).orElseGet(this::usual);
        return surroundings
                .variable("CADASTRE_TOKEN")
                .map(token -> new Access(access.url(), token))
                .orElse(access);
    }

    /** A server that was named is asked also where that of this machine is configured wrongly. */
    private Access accessTo(URI url) {
        return credentials()
                .find(url)
                .or(() ->
                        configuration().refusal().isPresent()
                                ? Optional.empty()
                                : local().filter(access -> access.url().equals(url)))
                .orElseGet(() -> new Access(url, null));
    }

    private Access usual() {
        return local().or(() -> credentials().latest())
                .orElseGet(() -> new Access(configuredUrl(), null));
    }

    private URI configuredUrl() {
        ServerConfiguration configuration = configuration();
        String scheme =
                surroundings.variable("CADASTRE_TLS_CERTIFICATE").isPresent()
                                || configuration.text("server", "tls-certificate").isPresent()
                        ? "https"
                        : "http";
        OptionalInt port =
                surroundings
                        .variable("CADASTRE_PORT")
                        .filter(ServerConfiguration::isPort)
                        .map(text -> OptionalInt.of(Integer.parseInt(text)))
                        .orElseGet(configuration::port);
        return port.isPresent()
                ? URI.create(scheme + "://localhost:" + port.getAsInt())
                : USUAL_URL;
    }

    /** What the server of this machine is configured by. */
    public ServerConfiguration configuration() {
        return surroundings
                .variable("CADASTRE_CONFIG")
                .map(file -> ServerConfiguration.read(Path.of(file)))
                .orElseGet(ServerConfiguration::none);
    }

    private Optional<Access> local() {
        return new LocalServer(home()).access();
    }

    /** The folder of the server on this machine, and of runs without one. */
    public Path home() {
        return Optional.ofNullable(options.home())
                .or(() -> surroundings.variable("CADASTRE_HOME").map(Path::of))
                .or(() -> configuration().path("server", "home"))
                .orElseGet(() -> surroundings.userHome().resolve(".local/share/cadastre"));
    }
}
