package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.estate.HostAddress.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "FD00:0:0:0:0:0:0:1, fd00::1",
        "[fd00::1], fd00::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::, ::",
        "::1, ::1",
        "fe80:0:0:0::, fe80::",
        "::ffff:10.0.0.1, 10.0.0.1",
    })
    void writesIpAddressesInTheirCanonicalForm(String text, String canonical) {
        assertThat(HostAddress.parse(text))
                .isEqualTo(new Checked.Valid<>(new HostAddress(Kind.IP, canonical)));
    }

    @ParameterizedTest
    @CsvSource({
        "Web1, web1",
        "web1.example.com., web1.example.com",
        "10.example, 10.example",
        "db_1, db_1",
        "xn--bcher-kva.example, xn--bcher-kva.example",
    })
    void writesNamesInLowerCase(String text, String name) {
        assertThat(HostAddress.parse(text))
                .isEqualTo(new Checked.Valid<>(new HostAddress(Kind.NAME, name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.256",
                "10.0.1",
                "1",
                "web.5",
                "fd00::1::1",
                "[web1]",
                "[10.0.0.1",
                "-web",
                "web-",
                "a..b",
                ".web",
                "bücher.example",
                "web1:22",
                "fe80::1%",
                "",
                " ",
                "*"
            })
    void refusesWhatIsNeither(String text) {
        assertThat(HostAddress.parse(text)).isInstanceOf(Checked.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 1_000_000})
    void refusesWhatIsTooLong(int length) {
        assertThat(HostAddress.parse("a".repeat(length))).isInstanceOf(Checked.Invalid.class);
    }
}
