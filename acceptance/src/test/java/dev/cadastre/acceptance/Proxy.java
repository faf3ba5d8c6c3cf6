package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A proxy that speaks TLS before a server, configured as the manual says. */
enum Proxy {
    NGINX {
        @Override
        List<String> command(Path folder, String manual) throws IOException {
            Path file =
                    Files.writeString(
                            folder.resolve("nginx.conf"),
                            """
                            daemon off;
                            pid %1$s/nginx.pid;
                            error_log %1$s/nginx.log;
                            events {}
                            http {
                            access_log off;
                            client_body_temp_path %1$s/body;
                            proxy_temp_path %1$s/proxy;
                            fastcgi_temp_path %1$s/fastcgi;
                            uwsgi_temp_path %1$s/uwsgi;
                            scgi_temp_path %1$s/scgi;
                            %2$s
                            }
                            """
                                    .formatted(folder, manual));
            return List.of("nginx", "-c", file.toString());
        }
    },
    HAPROXY {
        @Override
        List<String> command(Path folder, String manual) throws IOException {
            Path file = Files.writeString(folder.resolve("haproxy.cfg"), manual);
            return List.of("haproxy", "-f", file.toString());
        }
    };

    /** By which people address the server. */
    static final String NAME = "cadastre.example.com";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    abstract List<String> command(Path folder, String manual) throws IOException;

    /**
     * A proxy that runs.
     *
     * @param process its own
     * @param port where it speaks TLS
     * @param certificate which clients are to trust
     */
    record Running(Process process, int port, Path certificate) implements AutoCloseable {

        /** Runs curl against it with these words before the path. */
        Ran curl(String path, String... words) {
            List<String> all =
                    new ArrayList<>(
                            List.of(
                                    "curl",
                                    "-sS",
                                    "--max-time",
                                    "20",
                                    "--cacert",
                                    certificate.toString(),
                                    "--resolve",
                                    NAME + ":" + port + ":127.0.0.1"));
            all.addAll(List.of(words));
            all.add("https://" + NAME + ":" + port + path);
            return Programs.run(all.toArray(String[]::new));
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /** Starts it in a folder of its own before that server. */
    Running start(Path folder, String server) {
        try {
            int port = Programs.freePort();
            Path pair = certificate(folder);
            String manual =
                    example()
                            .replace(
                                    "127.0.0.1:7780",
                                    URI.create(server)
                                            .getAuthority()
                                            .replace("localhost", "127.0.0.1"))
                            .replace("listen 443", "listen " + port)
                            .replace("bind :443", "bind :" + port)
                            .replace("/etc/ssl/cadastre-with-key.pem", pair.toString())
                            .replace("/etc/ssl/cadastre.pem", pair.toString())
                            .replace("/etc/ssl/cadastre.key", folder.resolve("key.pem").toString());
            Process process =
                    new ProcessBuilder(command(folder, manual))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("proxy.out").toFile())
                            .start();
            Running running = new Running(process, port, folder.resolve("certificate.pem"));
            Waiting.until(
                    PATIENCE,
                    () -> running.curl("/healthz").out().contains("UP") || !process.isAlive(),
                    () -> running.curl("/healthz").toString());
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String example() {
        return MarkdownBlocks.ofChapter("28-install.md").stream()
                .filter(block -> block.language().equals(name().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Path certificate(Path folder) throws IOException {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        Programs.run(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "30",
                        "-subj",
                        "/CN=" + NAME,
                        "-addext",
                        "subjectAltName=DNS:" + NAME + ",DNS:other.example.com",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString())
                .exited(0);
        return Files.writeString(
                folder.resolve("pair.pem"), Files.readString(certificate) + Files.readString(key));
    }
}
