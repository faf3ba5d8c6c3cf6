package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateJudgeTest {

    private static final TestCertificates ROOT = TestCertificates.authority("Root");

    private final Instant now = Instant.now();
    private final Instant earlier = now.minus(Duration.ofDays(100));
    private final Instant later = now.plus(Duration.ofDays(50));

    private CertificateJudge judge(TestCertificates server, String host) {
        return CertificateJudge.judge(server.chain(), host, now, ROOT.authorities());
    }

    @Test
    void findsNoFaultWithWhomSomebodyKnownVouchesFor() {
        TestCertificates between = ROOT.signs("Between", earlier, later.plusSeconds(9), true);
        TestCertificates server = between.signs("shop.example.com", earlier, later, false);
        CertificateJudge judged = judge(server.sending(2), "shop.example.com");

        assertThat(judged.faults()).isEmpty();
        assertThat(judged.days()).isBetween(49.8, 50.0);
        assertThat(judged.summary())
                .startsWith("CN=shop.example.com, signed by CN=Between, valid until ");
    }

    @Test
    void saysWhichCertificateHasExpired() {
        Instant yesterday = now.minus(Duration.ofDays(1));
        TestCertificates between = ROOT.signs("Between", earlier, yesterday, true);
        CertificateJudge judged =
                judge(between.signs("a.example.com", earlier, later, false), "a.example.com");

        assertThat(judged.faults())
                .singleElement()
                .asString()
                .startsWith("the certificate of CN=Between has expired on ");
        assertThat(judged.days()).isEqualTo(-1);
    }

    @Test
    void saysThatOneIsNotYetValid() {
        TestCertificates server =
                ROOT.signs("a.example.com", later, later.plusSeconds(100_000), false);

        assertThat(judge(server, "a.example.com").faults())
                .singleElement()
                .asString()
                .startsWith("the certificate of CN=a.example.com is not valid before ");
    }

    @Test
    void saysForWhomACertificateIs() {
        TestCertificates server = ROOT.signs("a.example.com", earlier, later, false);

        assertThat(judge(server, "b.example.com").faults())
                .containsExactly("the certificate is for a.example.com and not for b.example.com");
    }

    @Test
    void knowsASelfSignedOne() {
        TestCertificates server = TestCertificates.selfSigned("a.example.com", earlier, later);

        assertThat(judge(server, "a.example.com").faults())
                .containsExactly(
                        "the certificate is self-signed: nobody vouches for CN=a.example.com");
        assertThat(
                        CertificateJudge.judge(
                                        server.chain(), "a.example.com", now, server.authorities())
                                .faults())
                .isEmpty();
    }

    @Test
    void namesAnAuthorityThatIsNotKnown() {
        TestCertificates server =
                TestCertificates.authority("Other").signs("a.example.com", earlier, later, false);

        assertThat(judge(server, "a.example.com").faults())
                .containsExactly("the authority CN=Other is not known here");
    }

    @Test
    void saysThatACertificateBetweenIsMissing() {
        TestCertificates between = ROOT.signs("Between", earlier, later, true);
        TestCertificates server = between.signs("a.example.com", earlier, later, false).sending(1);

        assertThat(judge(server, "a.example.com").faults())
                .containsExactly(
                        "the authority CN=Between is not known here, and the server sends no"
                                + " certificate between");
    }

    @Test
    void tellsSeveralFaultsAtOnce() {
        TestCertificates server =
                TestCertificates.selfSigned("a.example.com", earlier, now.minusSeconds(100_000));

        assertThat(judge(server, "b.example.com").faults()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "a.example.com, A.example.COM, true",
        "a.example.com, a.example.com., true",
        "*.example.com, a.example.com, true",
        "*.example.com, a.b.example.com, false",
        "*.example.com, example.com, false",
        "*.com, example.com, false",
        "a.example.com, b.example.com, false",
    })
    void knowsWhatNamesInclude(String name, String host, boolean included) {
        assertThat(new CertificateNames(List.of(name), List.of()).include(host))
                .isEqualTo(included);
    }

    @Test
    void knowsAddresses() {
        CertificateNames names =
                new CertificateNames(List.of("192.0.2.2"), List.of("192.0.2.1", "0:0:0:0:0:0:0:1"));

        assertThat(names.include("192.0.2.1")).isTrue();
        assertThat(names.include("::1")).isTrue();
        assertThat(names.include("192.0.2.2")).isFalse();
    }
}
