package dev.cadastre.cli.verb;

import dev.cadastre.cli.doctor.LocalFinding;
import dev.cadastre.cli.doctor.LocalInstallation;
import dev.cadastre.cli.doctor.LocalSettings;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Printer;
import dev.cadastre.cli.server.Access;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.LocalServer;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.ServerConfiguration;
import dev.cadastre.cli.session.Session;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre doctor}. */
@Command(
        name = "doctor",
        description = {
            "Tell what is wrong with the installation, each with its remedy: what the server finds,"
                    + " and what shows on this machine, also where the server does not run.",
            "Ends with 0 if nothing is wrong, and with 1 otherwise."
        },
        footer = {"", "Example: cadastre doctor -o json"})
public final class DoctorVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("CODE", "code"),
                    Column.of("SEVERITY", "severity"),
                    Column.of("SUBJECT", "subject"),
                    Column.of("WHAT", "what"),
                    Column.of("REMEDY", "remedy"));

    private final Session session;

    /** The verb in that session. */
    public DoctorVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean isLocal = isLocal();
        ServerConfiguration configuration = session.configuration();
        Optional<Failure> refusal = configuration.refusal().filter(_ -> isLocal);
        List<Json> items = new ArrayList<>();
        Optional<Json> answer = Optional.empty();
        if (refusal.isPresent()) {
            // Where the server, its home and its logs are would be a guess.
            items.add(
                    LocalInstallation.misconfiguration(configuration.file(), refusal.get()).json());
        } else {
            answer = examine(isLocal ? Optional.of(installation()) : Optional.empty(), items);
        }
        print(worstFirst(items), answer);
        return items.isEmpty() ? 0 : Failure.Kind.NO.exitStatus();
    }

    /** Adds all that is found; what the server answered, if it did. */
    private Optional<Json> examine(Optional<LocalInstallation> local, List<Json> items) {
        Optional<Json> answer = ask(local, items);
        answer.ifPresent(told -> items.addAll(told.list("items")));
        local.ifPresent(
                here -> here.findings().stream().map(LocalFinding::json).forEach(items::add));
        return answer;
    }

    private LocalInstallation installation() {
        return new LocalInstallation(
                session.home(), settings(), session.surroundings().clock().instant());
    }

    /** Variables count above the file, as they do for the server. */
    private LocalSettings settings() {
        ServerConfiguration file = session.configuration();
        return new LocalSettings(
                variable("CADASTRE_TLS_CERTIFICATE")
                        .map(java.nio.file.Path::of)
                        .or(() -> file.path("server", "tls-certificate")),
                variable("CADASTRE_LOG_FOLDER")
                        .map(java.nio.file.Path::of)
                        .or(() -> file.path("server", "log-folder")),
                variable("CADASTRE_DATABASE_URL").or(() -> file.text("database", "url")));
    }

    private Optional<String> variable(String name) {
        return session.surroundings().variable(name);
    }

    /** Asks the server; where that fails, what follows from it is added instead. */
    private Optional<Json> ask(Optional<LocalInstallation> local, List<Json> items) {
        URI url = URI.create("http://localhost:7780");
        try {
            Access access = session.access();
            url = access.url();
            return Optional.of(session.server(access).read(Path.of("doctor")));
        } catch (Failure failure) {
            if (failure.kind() == Failure.Kind.USAGE) {
                throw failure;
            }
            URI asked = url;
            local.filter(here -> isSilent(failure, here))
                    .map(here -> here.without(asked, failure))
                    .orElseGet(() -> List.of(LocalInstallation.refusal(asked, failure)))
                    .forEach(finding -> items.add(finding.json()));
            return Optional.empty();
        }
    }

    /** Also where another server has the port that its own should have. */
    private static boolean isSilent(Failure failure, LocalInstallation local) {
        return switch (failure.kind()) {
            case OUT_OF_REACH -> true;
            case NOT_ALLOWED, NO -> local.isAnothers();
            case USAGE -> false;
        };
    }

    /** A server of another machine says nothing of this one. */
    private boolean isLocal() {
        try {
            URI asked = session.access().url();
            String host = String.valueOf(asked.getHost());
            return host.equals("localhost") || host.equals("127.0.0.1") || isOwn(asked);
        } catch (Failure e) {
            return true;
        }
    }

    /** Whether the home of this machine's server names that address; a home has to be known. */
    private boolean isOwn(URI asked) {
        try {
            return new LocalServer(session.home())
                    .access()
                    .filter(own -> own.url().equals(asked))
                    .isPresent();
        } catch (Failure e) {
            return false;
        }
    }

    /** Without what both saw. */
    private static List<Json> worstFirst(List<Json> items) {
        Set<String> seen = new HashSet<>();
        return items.stream()
                .filter(item -> seen.add(word(item, "code") + " " + word(item, "subject")))
                .sorted(Comparator.comparing(item -> word(item, "severity")))
                .toList();
    }

    private static String word(Json item, String name) {
        return item.text(name).orElse("");
    }

    private void print(List<Json> items, Optional<Json> answer) {
        Printer printer = session.printer();
        if (printer.format() == Format.TABLE) {
            if (items.isEmpty()) {
                printer.line("Nothing is wrong.");
                return;
            }
            items.forEach(item -> print(item, printer));
            session.remark(closing(items.size(), answer.isPresent()));
            return;
        }
        JsonObject whole =
                new JsonObject()
                        .with("items", new Json.Items(items))
                        .with("serverAnswers", new Json.Truth(answer.isPresent()));
        answer.ifPresent(
                told -> whole.with("growth", told.at("growth")).with("upkeep", told.at("upkeep")));
        printer.items(whole.json(), items, COLUMNS);
    }

    private static void print(Json item, Printer printer) {
        printer.line(
                "%-7s  %s  %s"
                        .formatted(
                                word(item, "severity"), word(item, "code"), word(item, "subject")));
        printer.line("         " + word(item, "what") + ".");
        printer.line("         " + word(item, "remedy"));
    }

    private static String closing(int findings, boolean answers) {
        String found = findings == 1 ? "1 finding." : findings + " findings.";
        return answers ? found : found + " The server could not be asked for more.";
    }
}
