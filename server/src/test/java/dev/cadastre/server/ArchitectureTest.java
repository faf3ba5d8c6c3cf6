package dev.cadastre.server;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private final ApplicationModules modules = ApplicationModules.of(CadastreServer.class);

    @Test
    void partsUseOnlyThePartsTheyMayUse() {
        modules.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerting", "change", "monitoring", "parcels", "topology"})
    void roomsOfAPartUseEachOtherInOneDirection(String part) {
        slices().matching("dev.cadastre.server.(**)")
                .should()
                .beFreeOfCycles()
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("dev.cadastre.server." + part));
    }
}
