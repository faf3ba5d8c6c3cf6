package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InventoryTest {

    @Test
    void takesStockOfThisMachine() throws Exception {
        var report = Inventory.of("here", "[here]\naddress = local\n");

        assertEquals(
                Files.readString(Path.of("/etc/machine-id")).strip(),
                report.identity().machineId());
    }

    @Test
    void namesWhatTheFileLacks() {
        var problem =
                assertThrows(
                        IllegalArgumentException.class, () -> Inventory.of("there", "[there]\n"));

        assertEquals("[there] address is missing: []", problem.getMessage());
    }
}
