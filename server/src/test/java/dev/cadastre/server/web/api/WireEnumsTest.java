package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is named alike here and on the wire has the same words. */
class WireEnumsTest {

    @TestFactory
    Stream<DynamicTest> haveTheWordsThatTheServerHas() {
        Map<String, JavaClass> sent = enums("dev.cadastre.api");
        Map<String, JavaClass> own = enums("dev.cadastre.server");
        own.keySet().retainAll(sent.keySet());

        assertThat(own).containsKeys("MonitorKind", "ChannelKind", "RelationType");
        return own.values().stream()
                .map(one ->
                        DynamicTest.dynamicTest(
                                one.getSimpleName(),
                                () ->
                                        assertThat(sent.values())
                                                .filteredOn(named(one))
                                                .singleElement()
                                                .extracting(WireEnumsTest::words)
                                                .isEqualTo(words(one))));
    }

    private static Predicate<JavaClass> named(JavaClass like) {
        return other -> other.getSimpleName().equals(like.getSimpleName());
    }

    /** Those with a file of their own, by name. */
    private static Map<String, JavaClass> enums(String base) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(base)
                        .stream()
                        .filter(JavaClass::isEnum)
                        .filter(JavaClass::isTopLevelClass)
                        .collect(Collectors.toMap(JavaClass::getSimpleName, one -> one));
    }

    private static Set<String> words(JavaClass kind) {
        return kind.getFields().stream()
                .filter(field -> field.getRawType().equals(kind))
                .map(JavaField::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
