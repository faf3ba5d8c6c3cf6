package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostNamesTest {

    @Test
    void knowThisMachineTheListeningAddressAndTheNamesGiven() {
        var names = new HostNames("192.0.2.10", List.of("Cadastre.example.com"));

        assertThat(
                        List.of(
                                "localhost",
                                "localhost:7780",
                                "127.0.0.1:7780",
                                "[::1]:7780",
                                "192.0.2.10",
                                "cadastre.EXAMPLE.com:443"))
                .allMatch(names::include);
    }

    @Test
    void knowNothingElse() {
        var names = new HostNames("127.0.0.1", List.of());

        assertThat(
                        List.of(
                                "",
                                "example.com",
                                "localhost.example.com",
                                "127.0.0.1.example.com:7780",
                                "192.0.2.10",
                                "[::2]",
                                "[",
                                "localhost@example.com"))
                .noneMatch(names::include);
        assertThat(names.include(null)).isFalse();
        assertThat(names.include("a".repeat(300))).isFalse();
    }

    @Test
    void takeAnyAddressWhereTheServerListensOnAll() {
        var names = new HostNames("0.0.0.0", List.of());

        assertThat(names.include("192.0.2.10:7780")).isTrue();
        assertThat(names.include("[2001:db8::1]:7780")).isTrue();
        assertThat(names.include("example.com")).isFalse();
    }
}
