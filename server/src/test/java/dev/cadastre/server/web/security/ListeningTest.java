package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.storage.StartFailure;
import dev.cadastre.server.web.security.ListenProperties.Tls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslOptions;

class ListeningTest {

    private static Listening on(String address, @Nullable Tls tls) {
        return new Listening(new ListenProperties(address, List.of(), List.of(), null, false, tls));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "::1", "localhost"})
    void needsNoCertificateOnThisMachine(String address) {
        assertThatCode(() -> on(address, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.10"})
    void refusesToListenToOthersInClear(String address) {
        assertThatThrownBy(() -> on(address, null))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> {
                            assertThat(failure).hasMessageContaining(address);
                            assertThat(failure.remedy()).contains("[server] tls-certificate");
                        });
    }

    @Test
    void saysWhichFileOfTheCertificateCannotBeRead() {
        Listening listening = on("0.0.0.0", new Tls("/nowhere/cert.pem", "/nowhere/key.pem"));

        assertThatThrownBy(() -> listening.registerBundles(new DefaultSslBundleRegistry()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("[server] tls-certificate")
                .hasMessageContaining("/nowhere/cert.pem");
    }

    @Test
    void speaksNothingThatLeaksByItsPadding(@TempDir Path folder) throws Exception {
        Path certificate = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        makeCertificate(certificate, key);
        var bundles = new DefaultSslBundleRegistry();

        on("0.0.0.0", new Tls(certificate.toString(), key.toString())).registerBundles(bundles);

        SslOptions options = bundles.getBundle("cadastre").getOptions();
        assertThat(options.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
        assertThat(options.getCiphers())
                .isNotEmpty()
                .allMatch(cipher -> cipher.contains("GCM") || cipher.contains("CHACHA20"))
                .allMatch(cipher -> cipher.matches("TLS_(AES|CHACHA20|ECDHE)_.*"));
        assertThat(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites())
                .contains(options.getCiphers());
    }

    @Test
    void refusesTheKeyOfAnotherCertificate(@TempDir Path folder) throws Exception {
        Path certificate = folder.resolve("cert.pem");
        Path other = folder.resolve("other.pem");
        makeCertificate(certificate, folder.resolve("key.pem"));
        makeCertificate(folder.resolve("other-cert.pem"), other);
        Listening listening = on("0.0.0.0", new Tls(certificate.toString(), other.toString()));

        assertThatThrownBy(() -> listening.registerBundles(new DefaultSslBundleRegistry()))
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "Cannot use %s with %s: that is the key of another certificate"
                                .formatted(certificate, other));
    }

    private static void makeCertificate(Path certificate, Path key) throws Exception {
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "req",
                                "-x509",
                                "-nodes",
                                "-newkey",
                                "ec",
                                "-pkeyopt",
                                "ec_paramgen_curve:prime256v1",
                                "-subj",
                                "/CN=localhost",
                                "-keyout",
                                key.toString(),
                                "-out",
                                certificate.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.waitFor()).as(said).isZero();
    }
}
