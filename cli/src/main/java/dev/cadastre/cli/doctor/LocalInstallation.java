package dev.cadastre.cli.doctor;

import dev.cadastre.cli.server.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** The installation on this machine, seen from outside its server. */
public final class LocalInstallation {

    private final Path home;
    private final LocalSettings settings;
    private final Instant now;

    /** Looks at that home, which need not exist, at that moment. */
    public LocalInstallation(Path home, LocalSettings settings, Instant now) {
        this.home = home.toAbsolutePath().normalize();
        this.settings = settings;
        this.now = now;
    }

    /** What is wrong with the home, the machine and the program, whether the server runs or not. */
    public List<LocalFinding> findings() {
        List<LocalFinding> findings = new ArrayList<>(ofHome());
        settings.certificate().ifPresent(file -> findings.addAll(Certificates.findings(file, now)));
        settings.logs().ifPresent(folder -> findings.addAll(LogFolder.findings(folder, home)));
        findings.addAll(JavaCaches.findings());
        return findings;
    }

    private List<LocalFinding> ofHome() {
        if (!Files.isDirectory(home)) {
            return List.of(
                    LocalFinding.error(
                            LocalKind.HOME_MISSING, home.toString(), "There is no such folder"));
        }
        try {
            return HomeReader.read(home).findings(now);
        } catch (IOException e) {
            return List.of(
                    LocalFinding.error(
                            LocalKind.HOME_OWNER, home.toString(), "It cannot be looked at: " + e));
        }
    }

    /** Whether what answers on this machine is of another home: no server works on this one. */
    public boolean isAnothers() {
        return Files.isReadable(home) && !ServerReader.runs(home);
    }

    /** What is wrong where the server did not answer at that address. */
    public List<LocalFinding> without(URI url, Failure failure) {
        Path logs = settings.logs().orElseGet(() -> home.resolve("log"));
        String said =
                failure.kind() == Failure.Kind.OUT_OF_REACH
                        ? String.valueOf(failure.getMessage())
                        : "No server works on the home, and what answers there is another's";
        if (failure.getCause() instanceof SSLException && ServerReader.runs(home)) {
            return List.of(LocalFinding.error(LocalKind.SERVER_UNTRUSTED, url.toString(), said));
        }
        List<LocalFinding> findings =
                new ArrayList<>(ServerReader.read(home, logs, url, said).findings());
        settings.databaseUrl().ifPresent(named -> findings.addAll(DatabaseReach.findings(named)));
        return findings;
    }

    /** What to say where the file that configures the server is refused. */
    public static LocalFinding misconfiguration(String file, Failure refusal) {
        return LocalFinding.error(
                LocalKind.CONFIGURATION_INVALID, file, String.valueOf(refusal.getMessage()));
    }

    /** What to say where a server answered, and not to this, or is on another machine. */
    public static LocalFinding refusal(URI url, Failure failure) {
        LocalKind kind =
                switch (failure.kind()) {
                    case NOT_ALLOWED -> LocalKind.SERVER_REFUSES;
                    case OUT_OF_REACH -> LocalKind.SERVER_DOWN;
                    case NO, USAGE -> LocalKind.SERVER_FAILS;
                };
        return LocalFinding.error(kind, url.toString(), String.valueOf(failure.getMessage()));
    }
}
