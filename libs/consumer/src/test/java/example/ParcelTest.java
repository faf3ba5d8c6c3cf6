package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelTest {
    @TempDir private Path folder;

    private Path file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void readsBackWhatItPacks() throws IOException {
        file("tea/parcel.ini", "[parcel]\nname = tea\nversion = 1\nsummary = Tea\nlicence = MIT\n");
        file(
                "tea/changes/install.change",
                "[change]\nname = tea\nsummary = Tea\n\n[step pot]\nop = directory.ensure\ntarget = /tea\n");
        file("tea/docs/index.md", "# Tea\nThree minutes.\n");
        Path packed = folder.resolve("tea-1.parcel");

        Parcel.pack(folder.resolve("tea"), packed);

        assertEquals("# Tea\nThree minutes.\n", Parcel.manual(packed));
    }

    @Test
    void saysAllThatIsWrong() throws IOException {
        file("tea/parcel.ini", "[parcel]\nname = Tea\nversion = 1\nsummary = Tea\nlicence = MIT\n");
        Path packed = folder.resolve("tea-1.parcel");

        var problem =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Parcel.pack(folder.resolve("tea"), packed));

        for (String code : new String[] {"name-wrong", "change-missing", "docs-missing"}) {
            assertTrue(problem.getMessage().contains("[parcel." + code + "]"), code);
        }
        assertFalse(Files.exists(packed));
    }
}
