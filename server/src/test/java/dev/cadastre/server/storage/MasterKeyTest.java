package dev.cadastre.server.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.storage.MasterKey.Unsealable;
import dev.cadastre.server.storage.backup.BackupRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final String ROW = "parcels.app_revision 1 1";

    @TempDir private Path home;

    private MasterKey key() {
        return new MasterKey(new Home(home));
    }

    private Path file() {
        return home.resolve(MasterKey.FILE);
    }

    @Test
    void opensWhatItSealedAlsoAfterAStart() {
        byte[] sealed = key().seal(ROW, "s3cret – ünïcode");

        assertThat(key().open(ROW, sealed)).isEqualTo("s3cret – ünïcode");
    }

    @Test
    void isMadeAtFirstNeedForItsOwnerOnly() throws IOException {
        MasterKey key = key();
        assertThat(file()).doesNotExist();

        key.seal(ROW, "");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file()).strip())).hasSize(32);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void isMadeOnceByAllWhoNeedItFirst() throws Exception {
        MasterKey key = key();
        List<Callable<byte[]>> all =
                IntStream.range(0, 8)
                        .<Callable<byte[]>>mapToObj(i -> () -> key.seal(ROW, "text " + i))
                        .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var sealed : threads.invokeAll(all)) {
                assertThat(key().open(ROW, sealed.get())).startsWith("text ");
            }
        }
    }

    @Test
    void tellsNothingOfATextButItsLength() {
        MasterKey key = key();
        byte[] one = key.seal(ROW, "password of somebody");
        byte[] other = key.seal(ROW, "password of somebody");

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r--r-----", "rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void isRefusedWhereOthersMayHaveIt(String rights) throws IOException {
        key().seal(ROW, "text");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(rights));

        assertThatThrownBy(() -> key().seal(ROW, "text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64 at all!", "c2hvcnQ=", "AAAA"})
    void isRefusedIfItIsNoKeyAndNeverReplaced(String text) throws IOException {
        key().seal(ROW, "text");
        Files.writeString(file(), text);

        assertThatThrownBy(() -> key().seal(ROW, "text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("put the one back");
        assertThat(file()).hasContent(text);
    }

    @Test
    void isNoHindranceToAStartWhereItIsAwayOrProper() throws IOException {
        MasterKey.requireProper(new Home(home));
        assertThat(MasterKey.fingerprint(home)).isNull();

        key().seal(ROW, "text");

        MasterKey.requireProper(new Home(home));
        assertThat(MasterKey.isProper(file())).isTrue();
        assertThat(MasterKey.fingerprint(home)).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("improper")
    void isNoticedByAStartAndABackupIfItIsNoKey(byte[] bytes) throws IOException {
        Files.write(file(), bytes);

        assertThat(MasterKey.isProper(file())).isFalse();
        assertThatThrownBy(() -> MasterKey.requireProper(new Home(home)))
                .isInstanceOf(StartFailure.class)
                .hasMessage(file() + " is no key of 32 bytes in base64");
        assertThatThrownBy(() -> MasterKey.fingerprint(home))
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.remedy()).startsWith("Put the one back"));
    }

    /** None at all, text, and the bytes of a key that nobody has put into base64. */
    private static Stream<byte[]> improper() {
        byte[] raw = new byte[32];
        Arrays.fill(raw, (byte) 0xfe);
        return Stream.of(new byte[0], new byte[20], raw, "c2hvcnQ=".getBytes(US_ASCII));
    }

    @Test
    void opensNothingOfAnotherKey() throws IOException {
        byte[] sealed = key().seal(ROW, "text");
        Files.delete(file());

        assertThatThrownBy(() -> key().open(ROW, sealed))
                .isInstanceOf(Unsealable.class)
                .hasMessageContaining(ROW)
                .hasMessageContaining(MasterKey.FILE);
    }

    /** Which would pass for the one that is gone. */
    @Test
    void makesNoKeyToOpenWhatAnotherHasSealed() throws IOException {
        byte[] sealed = key().seal(ROW, "s3cret");
        Files.delete(file());

        assertThatThrownBy(() -> key().open(ROW, sealed))
                .isInstanceOf(Unsealable.class)
                .hasMessageContaining("there is no master.key");
        assertThat(file()).doesNotExist();
    }

    @Test
    void opensNothingInAnotherPlace() {
        MasterKey key = key();
        byte[] sealed = key.seal(ROW, "text");

        assertThatThrownBy(() -> key.open("parcels.app_revision 1 2", sealed))
                .isInstanceOf(Unsealable.class);
    }

    @Test
    void opensNothingOfWhichABitDiffersOrAByteIsMissing() {
        MasterKey key = key();
        byte[] sealed = key.seal(ROW, "text");

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> key.open(ROW, altered)).isInstanceOf(Unsealable.class);
            assertThatThrownBy(() -> key.open(ROW, cut)).isInstanceOf(Unsealable.class);
        }
    }
}
