package dev.cadastre.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void partsUseOnlyThePartsTheyMayUse() {
        ApplicationModules.of(CadastreServer.class).verify();
    }
}
