package dev.cadastre.server.startup.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import dev.cadastre.server.startup.configuration.Configuration.Said;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {

    private static Configuration read(String text) {
        return ConfigurationReader.read("c.conf", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsEachSettingByItsPropertyAndItsLine() {
        Configuration read =
                read(
                        """
                        [server]
                        home = /srv/cadastre
                        estate = ${home}/estate.ini
                        tls-certificate = /etc/c.pem

                        [collection]
                        AT-ONCE = 7
                        report-limit = 64MB

                        [inventory Prod.eu]
                        keep-state = 30d
                        """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.said())
                .extracting(Said::property, Said::forSpring, Said::place)
                .containsExactly(
                        tuple("cadastre.home", "/srv/cadastre", "c.conf:2"),
                        tuple("cadastre.tls.certificate", "/etc/c.pem", "c.conf:4"),
                        tuple("cadastre.estate", "/srv/cadastre/estate.ini", "c.conf:3"),
                        tuple("cadastre.collection.at-once", "7", "c.conf:7"),
                        tuple("cadastre.collection.report-limit", "67108864", "c.conf:8"),
                        tuple(
                                "cadastre.inventory.environments[Prod.eu].keep-state",
                                "30d",
                                "c.conf:11"));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    @Test
    void tellsTenMistakesAtOnceEachWithItsLine() {
        Configuration read =
                read(
                        """
                        [server]
                        port = 70000
                        home = data
                        prot = 7781
                        estate = ${nowhere}/estate.ini
                        anonymous-read = yes
                        [collecton]
                        interval = 5m
                        [collection]
                        interval = 5
                        [database]
                        url = jdbc:postgresql://db/c?user=a&password=s3cret
                        password = s3cret
                        connections =
                        [inventory a/b]
                        keep-state = 30d
                        """);

        assertThat(read.isUsable()).isFalse();
        assertThat(read.problems())
                .extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly(
                        "2 configuration.bad-value",
                        "3 configuration.bad-value",
                        "4 configuration.unknown-key",
                        "5 ini.reference-no-key",
                        "6 configuration.bad-value",
                        "7 configuration.unknown-section",
                        "10 configuration.bad-value",
                        "12 configuration.secret",
                        "13 configuration.secret",
                        "14 configuration.no-value",
                        "15 configuration.bad-environment");
        assertThat(read.problems())
                .extracting(Problem::toString)
                .noneMatch(line -> line.contains("s3cret"));
        assertThat(read.problems().get(2).toString())
                .isEqualTo(
                        "c.conf:4: error: there is no key [server] prot; did you mean 'port'?"
                                + " [configuration.unknown-key]");
    }

    @Test
    void namesTheSuccessorOfARetiredKey() {
        Configuration read =
                ConfigurationReader.read(
                        "c.conf",
                        "[server]\naddress = ::1\n".getBytes(StandardCharsets.UTF_8),
                        Settings.all(),
                        List.of(new RetiredKey("server", "address", "write server.listen")));

        assertThat(read.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "c.conf:2: error: [server] address is a key of earlier releases; write"
                                + " server.listen [configuration.retired-key]");
    }

    @Test
    void refusesWhatWouldBeAKeyOfEverySection() {
        assertThat(read("[DEFAULT]\nhome = /srv\n[server]\nport = 1\n").problems())
                .extracting(Problem::code)
                .containsExactly("configuration.default-section");
    }

    @ParameterizedTest
    @CsvSource({
        "collection, interval, 9s",
        "collection, interval, 99999999999999d",
        "collection, at-once, 0",
        "collection, at-once, 99999999999",
        "collection, report-limit, 4GB",
        "change, archives, 10",
        "server, listen, 'a b'",
        "server, proxies, 'localhost'",
        "server, url, 'ftp://example.com'",
        "server, url, 'https://a:b@example.com'",
        "monitoring, plugin-user, 'a b'",
        "mail, tls, starttls",
        "mail, secret-name, smtp",
        "database, url, 'mysql://db'"
    })
    void refusesValuesThatAreNoneOfTheType(String section, String key, String value) {
        assertThat(read("[%s]\n%s = %s\n".formatted(section, key, value)).isUsable()).isFalse();
    }

    @Test
    void takesListsOfSeveralLines() {
        assertThat(read("[server]\nproxies = 127.0.0.1\n  ::1,\n  10.0.0.1\n").said())
                .extracting(Said::forSpring)
                .containsExactly("127.0.0.1,::1,10.0.0.1");
    }
}
