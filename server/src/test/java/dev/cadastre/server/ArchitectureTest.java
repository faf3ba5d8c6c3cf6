package dev.cadastre.server;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private final ApplicationModules modules = ApplicationModules.of(CadastreServer.class);

    /** Tests of a part with a package-info of their own would hide what it declares. */
    @Test
    void partsAreSeenAsTheyAreDeclared() {
        assertThat(modules)
                .allSatisfy(part ->
                        assertThat(part.getBasePackage().getAnnotation(ApplicationModule.class))
                                .as(part.getIdentifier().toString())
                                .isPresent());
    }

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
