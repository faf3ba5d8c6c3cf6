package dev.cadastre.cli.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class ShareCertificateTest {

    private static final Instant NOW = Instant.parse("2026-11-17T14:00:00Z");
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** Believes all, and keeps what it was shown. */
    private static final class Believing implements X509TrustManager {
        private X509Certificate[] shown = {};

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            shown = chain;
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {};
        }
    }

    @Test
    void encryptsByACertificateForItsAddressThatSignsItself() throws Exception {
        ShareCertificate certificate =
                ShareCertificate.selfSigned(HERE, NOW, NOW.plusSeconds(3600));
        Believing believing = new Believing();
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, new TrustManager[] {believing}, null);

        try (SSLServerSocket server =
                (SSLServerSocket)
                        certificate
                                .context()
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, HERE)) {
            Thread answering =
                    Thread.ofVirtual()
                            .start(() -> {
                                try (var socket = server.accept()) {
                                    socket.getOutputStream().write('k');
                                } catch (java.io.IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            try (SSLSocket socket =
                    (SSLSocket)
                            client.getSocketFactory().createSocket(HERE, server.getLocalPort())) {
                assertThat(socket.getInputStream().read()).isEqualTo('k');
            }
            answering.join();
        }

        X509Certificate shown = believing.shown[0];
        shown.verify(shown.getPublicKey());
        assertThat(shown.getSubjectAlternativeNames().toString()).contains(HERE.getHostAddress());
        assertThat(shown.getNotBefore().toInstant()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(certificate.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void refusesWhatIsNoCertificateOrKeyWithoutTellingTheKey() {
        byte[] nothing = "nothing".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ShareCertificate.given(nothing, "top secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("top secret");
    }

    @Test
    void readsAddressesAsPeopleWriteThem() {
        assertThat(ListenAddress.parse("10.0.0.5")).isEqualTo(new ListenAddress("10.0.0.5", 0));
        assertThat(ListenAddress.parse("web1:8443")).isEqualTo(new ListenAddress("web1", 8443));
        assertThat(ListenAddress.parse("[::1]:8443")).isEqualTo(new ListenAddress("::1", 8443));
        assertThat(ListenAddress.parse("::")).isEqualTo(new ListenAddress("::", 0));
        assertThatThrownBy(() -> ListenAddress.parse("web1:99999"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ListenAddress.parse("a b"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
