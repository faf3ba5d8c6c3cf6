package dev.cadastre.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.json.JsonMapper;

class ArchitectureTest {

    private static final String PARTS = "/META-INF/spring-modulith/application-modules.json";

    private final ApplicationModules modules = ApplicationModules.of(CadastreServer.class);

    @Test
    void partsUseOnlyThePartsTheyMayUse() {
        modules.verify();
    }

    /** Without the list, every start reads all classes to learn in which order to migrate. */
    @Test
    void theListOfPartsIsCompleteAndNamesThoseFirstThatOthersUse() throws IOException {
        List<String> listed = listedParts();

        assertThat(listed)
                .as("src/main/resources" + PARTS)
                .containsExactlyInAnyOrderElementsOf(
                        modules.stream().map(ArchitectureTest::name).toList());
        for (ApplicationModule part : modules) {
            assertThat(listed.subList(0, listed.indexOf(name(part))))
                    .as("before " + name(part))
                    .containsAll(
                            part.getDirectDependencies(modules)
                                    .uniqueModules()
                                    .map(ArchitectureTest::name)
                                    .toList());
        }
    }

    private static List<String> listedParts() throws IOException {
        try (InputStream list = ArchitectureTest.class.getResourceAsStream(PARTS)) {
            return List.copyOf(
                    new JsonMapper().readTree(Objects.requireNonNull(list)).propertyNames());
        }
    }

    private static String name(ApplicationModule part) {
        return part.getIdentifier().toString();
    }
}
