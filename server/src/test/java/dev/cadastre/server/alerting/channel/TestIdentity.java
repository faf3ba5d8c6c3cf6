package dev.cadastre.server.alerting.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cadastre.server.dispatch.outgoing.Authorities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's key and its certificate, for {@code localhost} and {@code chat.test}, made by openssl.
 *
 * @param key a file in PEM
 * @param certificate a file in PEM
 */
record TestIdentity(Path key, Path certificate, Path store) {

    static TestIdentity in(Path folder) {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        Path store = folder.resolve("store.p12");
        run(
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-nodes",
                        "-days",
                        "2",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost,DNS:chat.test,DNS:rooms.chat.test",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString()));
        run(
                List.of(
                        "openssl",
                        "pkcs12",
                        "-export",
                        "-passout",
                        "pass:changeit",
                        "-inkey",
                        key.toString(),
                        "-in",
                        certificate.toString(),
                        "-out",
                        store.toString()));
        return new TestIdentity(key, certificate, store);
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server that is it speaks TLS with. */
    SSLContext server() {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(store)) {
                keys.load(in, "changeit".toCharArray());
            }
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What believes it. */
    Authorities authorities() {
        try {
            return Authorities.ofMachineAnd(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
