package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.web.security.ListenProperties.Tls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the command line of the same machine is told to go. */
class AnnouncementTest {

    private static final Tls TLS = new Tls("cert.pem", "key.pem");

    private static String url(String listen, List<String> hosts, @Nullable Tls tls) {
        return Announcement.url(
                        new ListenProperties(listen, hosts, List.of(), null, false, tls), 7780)
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:7780",
        "127.0.0.53, http://127.0.0.53:7780",
        "::1, http://[::1]:7780",
        "localhost, http://localhost:7780"
    })
    void goesWhereTheServerListens(String listen, String url) {
        assertThat(url(listen, List.of("cadastre.example.com"), null)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5, https://10.0.0.5:7780",
        "2001:db8::5, https://[2001:db8::5]:7780",
        "0.0.0.0, https://localhost:7780",
        "::, https://localhost:7780"
    })
    void goesThereWithTlsToo(String listen, String url) {
        assertThat(url(listen, List.of(), TLS)).isEqualTo(url);
    }

    @Test
    void goesToTheNameThatTheCertificateIsFor() {
        assertThat(url("10.0.0.5", List.of("cadastre.example.com", "other.example.com"), TLS))
                .isEqualTo("https://cadastre.example.com:7780");
    }
}
