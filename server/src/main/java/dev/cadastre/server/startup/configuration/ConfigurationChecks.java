package dev.cadastre.server.startup.configuration;

import dev.cadastre.ini.Problem;
import dev.cadastre.server.startup.TlsFiles;
import dev.cadastre.server.startup.configuration.Configuration.Said;
import dev.cadastre.server.storage.StartFailure;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps a server from starting, or from doing as it is told, though each line of its file is
 * right: what settings want of each other, and of the files that they name. Variables count as they
 * do at a start.
 */
final class ConfigurationChecks {

    private static final String LISTEN = "server.listen";
    private static final String CERTIFICATE = "server.tls-certificate";
    private static final String KEY = "server.tls-key";
    private static final String PASSWORD = "database.password-file";
    private static final String MAIL = "mail.host";
    private static final String SENDER = "mail.from";
    private static final String LOGS = "server.log-folder";
    private static final String ESTATE = "server.estate";
    private static final List<String> FILES =
            List.of(CERTIFICATE, KEY, PASSWORD, "alerting.authorities");

    /** How bad it is. */
    private interface Kind {
        Problem of(String file, int line, int column, String code, String message, String remedy);
    }

    private final Configuration read;
    private final Map<String, String> variables;
    private final List<Problem> problems = new ArrayList<>();

    private ConfigurationChecks(Configuration read, Map<String, String> variables) {
        this.read = read;
        this.variables = variables;
    }

    /** All of them, in the order of the file. */
    static List<Problem> of(Configuration read, Map<String, String> variables) {
        var checks = new ConfigurationChecks(read, variables);
        checks.listening();
        checks.needs(CERTIFICATE, KEY);
        checks.needs(KEY, CERTIFICATE);
        checks.needs(MAIL, SENDER);
        FILES.forEach(name -> checks.said(name).ifPresent(checks::file));
        checks.said(KEY).ifPresent(checks::pair);
        checks.said(LOGS).ifPresent(checks::logs);
        checks.said(ESTATE).ifPresent(checks::estate);
        checks.problems.sort(Problem.BY_PLACE);
        return checks.problems;
    }

    private void listening() {
        said(LISTEN)
                .filter(listen -> !isLoopback(listen.value()))
                .filter(_ -> !isSet(CERTIFICATE))
                .ifPresent(listen ->
                        error(
                                listen,
                                "configuration.in-clear",
                                "listening on %s would send passwords in clear"
                                        .formatted(listen.value()),
                                "name tls-certificate and tls-key, or listen on 127.0.0.1 behind a"
                                        + " proxy that speaks TLS"));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return address.equals("localhost");
        }
    }

    private void needs(String one, String other) {
        said(one)
                .filter(_ -> !isSet(other))
                .ifPresent(alone ->
                        error(
                                alone,
                                "configuration.half",
                                "%s is of no use without %s".formatted(named(one), named(other)),
                                "set both, or neither"));
    }

    /** Who may not look into its folder cannot say that it is not there. */
    private void file(Said said) {
        Path path = Path.of(said.value());
        String name = said.setting().name();
        if (Files.notExists(path)) {
            error(
                    said,
                    "configuration.no-file",
                    "there is no file %s for %s".formatted(path, named(name)),
                    "put it there, or name another");
        } else if (name.equals(PASSWORD) && Files.isReadable(path)) {
            password(said, path);
        }
    }

    /** What is not there, or may not be read by who asks, is told elsewhere, or by the start. */
    private void pair(Said key) {
        said(CERTIFICATE)
                .map(Said::value)
                .filter(certificate -> isReadable(certificate) && isReadable(key.value()))
                .ifPresent(certificate -> {
                    try {
                        TlsFiles.read(certificate, key.value());
                    } catch (StartFailure e) {
                        error(
                                key,
                                "configuration.bad-file",
                                String.valueOf(e.getMessage()),
                                e.remedy());
                    }
                });
    }

    private static boolean isReadable(String file) {
        return Files.isReadable(Path.of(file));
    }

    /** The usual configuration names one that a package makes, and is looked at before. */
    private void logs(Said said) {
        Path path = Path.of(said.value());
        if (Files.notExists(path) || Files.isRegularFile(path)) {
            add(
                    Problem::warning,
                    said,
                    "configuration.no-folder",
                    "there is no folder %s for %s".formatted(path, named(LOGS)),
                    "make it for the user that runs the server: it does not start before");
        }
    }

    /** A server starts without it, and waits until it is there. */
    private void estate(Said said) {
        Path path = Path.of(said.value());
        if (Files.notExists(path)) {
            add(
                    Problem::warning,
                    said,
                    "configuration.no-estate",
                    "there is no file %s for %s".formatted(path, named(ESTATE)),
                    "put it there: until then nothing is declared");
        }
    }

    private void password(Said said, Path path) {
        try {
            PasswordFile.read(path);
        } catch (StartFailure e) {
            error(said, "configuration.bad-file", String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private Optional<Said> said(String name) {
        return read.said().stream().filter(said -> said.setting().name().equals(name)).findFirst();
    }

    private boolean isSet(String name) {
        return said(name).isPresent()
                || Settings.all().stream()
                        .filter(setting -> setting.name().equals(name))
                        .anyMatch(setting -> setting.variable(variables).isPresent());
    }

    private static String named(String name) {
        int dot = name.indexOf('.');
        return "[%s] %s".formatted(name.substring(0, dot), name.substring(dot + 1));
    }

    private void error(Said said, String code, String message, String remedy) {
        add(Problem::error, said, code, message, remedy);
    }

    private void add(Kind kind, Said said, String code, String message, String remedy) {
        String place = said.place();
        int colon = place.lastIndexOf(':');
        int line = Integer.parseInt(place.substring(colon + 1));
        problems.add(kind.of(place.substring(0, colon), line, 0, code, message, remedy));
    }
}
