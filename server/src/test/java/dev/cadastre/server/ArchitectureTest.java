package dev.cadastre.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private final ApplicationModules modules = ApplicationModules.of(CadastreServer.class);

    @Test
    void partsUseOnlyThePartsTheyMayUse() {
        modules.verify();
    }
}
