package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "ssl, libssl3",
        "SSL, libssl3",
        "lib*ssl*, libssl3",
        "lib*ssl*, LibreSSL",
        "*, anything",
        "lib*, lib",
        "*3, libssl3",
        "a*b*c, aXbXc",
        "ab*ba, abba",
        "g++, g++-12"
    })
    void takes(String text, String name) {
        assertThat(new NamePattern(text).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tls, libssl3",
        "ssl*, libssl3",
        "lib*, zlib1g",
        "*ssl, libssl3",
        "ab*ba, aba",
        "a*b*b, ab",
        "lib.*, libssl3"
    })
    void leavesOut(String text, String name) {
        assertThat(new NamePattern(text).matches(name)).isFalse();
    }
}
