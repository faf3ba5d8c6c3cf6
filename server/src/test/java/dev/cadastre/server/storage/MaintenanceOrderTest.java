package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceOrderTest {

    private static MaintenanceOrder of(String words) {
        return MaintenanceOrder.of(
                List.of(words.split(" ")), new SampleDefaults("/home/a", null, "a", "swordfish"));
    }

    @Test
    void restoresWhereItIsTold() {
        RestoreOrder order = of("restore one.backup --home /srv/b --database-url=u").restore();

        assertThat(order.file()).isEqualTo(Path.of("one.backup"));
        assertThat(order.home()).isEqualTo(Path.of("/srv/b"));
        assertThat(order.databaseUrl()).isEqualTo("u");
        assertThat(order.databaseUser()).isEqualTo("a");
        assertThat(order.databasePassword()).isEqualTo("swordfish");
        assertThat(order.withoutKey()).isFalse();
    }

    @Test
    void restoresIntoTheUsualHomeOtherwise() {
        RestoreOrder order = of("restore --without-key one.backup").restore();

        assertThat(order.home()).isEqualTo(Path.of("/home/a"));
        assertThat(order.databaseUrl()).isNull();
        assertThat(order.databasePassword()).isNull();
        assertThat(order.withoutKey()).isTrue();
    }

    @Test
    void verifiesAndForgets() {
        assertThat(of("backup verify one").requireFile()).isEqualTo(Path.of("one"));
        assertThat(of("database forget-old --home=/x").home()).isEqualTo(Path.of("/x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restore | name the file",
                "restore a b | one file only",
                "restore a --home | wants a value",
                "restore a --home x --home y | more than once",
                "restore a --quickly | unknown option --quickly",
                "restore a -q | unknown option -q",
                "restore a --without-key=false | --without-key takes no value",
                "restore a --at yesterday | --at is of no use to restore, which asks no server",
                "backup verify -o json a | -o is of no use to backup verify",
                "backup verify a --home x | unknown option --home",
                "erase everything | unknown words"
            })
    void refusesWhatMakesNoSense(String words, String message) {
        assertThatThrownBy(() -> of(words).restore())
                .isInstanceOf(MaintenanceOrder.Senseless.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheHelpOfTheVerbThatWasUsed() {
        assertThatThrownBy(() -> of("backup verify").requireFile())
                .isInstanceOfSatisfying(
                        MaintenanceOrder.Senseless.class,
                        senseless ->
                                assertThat(senseless.remedy())
                                        .isEqualTo("See `cadastre backup verify --help`."));
    }
}
