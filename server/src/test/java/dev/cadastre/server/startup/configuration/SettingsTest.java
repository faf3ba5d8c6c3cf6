package dev.cadastre.server.startup.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The list of settings is the one that the parts of the server take, and the documents say so. */
class SettingsTest {

    private static final Path MANUAL = Path.of("../docs/manual/28-install.md");

    /** Is not for the file, or is made of another setting. */
    private static final Set<String> ELSEWHERE = Set.of("cadastre.database-password");

    /** Are no properties of records: application.yaml and the reader of the file take them. */
    private static final Set<String> OF_NO_RECORD =
            Set.of("cadastre.port", "cadastre.log-folder", Settings.PASSWORD_FILE);

    private static Map<String, String> taken() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var taken = new TreeMap<String, String>();
        for (var found : scanner.findCandidateComponents("dev.cadastre.server")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            Stream.of(type.getRecordComponents()).forEach(one -> collect(prefix, type, one, taken));
        }
        return taken;
    }

    private static void collect(
            String prefix, Class<?> owner, RecordComponent component, Map<String, String> taken) {
        String property =
                prefix
                        + "."
                        + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        Class<?> type = component.getType();
        if (type.isRecord()) {
            Stream.of(type.getRecordComponents())
                    .forEach(one -> collect(property, type, one, taken));
        } else if (Map.class.isAssignableFrom(type)) {
            Stream.of(owner.getDeclaredClasses())
                    .filter(one -> one.getSimpleName().equals("Kept"))
                    .forEach(kept ->
                            Stream.of(kept.getRecordComponents())
                                    .forEach(
                                            one -> collect(property + "[NAME]", kept, one, taken)));
        } else {
            taken.put(property, usual(owner, component));
        }
    }

    private static String usual(Class<?> owner, RecordComponent component) {
        RecordComponent[] all = owner.getRecordComponents();
        for (int i = 0; i < all.length; i++) {
            if (all[i].getName().equals(component.getName())) {
                DefaultValue found =
                        owner.getDeclaredConstructors()[0].getParameters()[i].getAnnotation(
                                DefaultValue.class);
                return found == null ? "" : String.join(",", found.value());
            }
        }
        throw new AssertionError(component);
    }

    @Test
    void areThoseThatThePartsTakeWithTheirUsualValues() throws ClassNotFoundException {
        var listed = new TreeMap<String, String>();
        Settings.all().stream()
                .filter(setting -> !OF_NO_RECORD.contains(setting.property()))
                .forEach(setting ->
                        listed.put(
                                setting.property(),
                                setting.usual().isEmpty()
                                        ? ""
                                        : setting.type().forSpring().apply(setting.usual())));
        Map<String, String> taken = taken();
        taken.keySet().removeAll(ELSEWHERE);

        assertThat(listed).isEqualTo(taken);
    }

    @Test
    void haveUsualValuesThatTheyWouldTake() {
        assertThat(Settings.all())
                .filteredOn(setting -> !setting.usual().isEmpty())
                .allSatisfy(setting ->
                        assertThat(setting.type().refusal().apply(setting.usual())).isEmpty());
    }

    @Test
    void standOnceEach() {
        assertThat(Settings.all()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(Settings.all()).extracting(Setting::property).doesNotHaveDuplicates();
    }

    @Test
    void areAllInTheFileOfThePackagesWhichCanBeUsed() {
        String example = ConfigurationText.example();
        Configuration read =
                ConfigurationReader.read("example", example.getBytes(StandardCharsets.UTF_8));

        assertThat(read.problems()).isEmpty();
        assertThat(read.said())
                .extracting(one -> one.setting().name())
                .containsExactly("server.home", "server.log-folder");
        assertThat(example.lines().filter(line -> line.startsWith("# ") && line.length() > 100))
                .isEmpty();
        assertThat(uncommented(example)).containsAll(names());
    }

    /** What would be said if every comment of a key with a value counted. */
    private static List<String> uncommented(String example) {
        var names = new ArrayList<String>();
        String section = "";
        for (String line : example.lines().toList()) {
            String text = line.startsWith("#") && !line.startsWith("# ") ? line.substring(1) : line;
            if (text.startsWith("[")) {
                section = text.substring(1, text.length() - 1);
            } else if (text.matches("[a-z-]+ =.*")) {
                names.add(section + "." + text.substring(0, text.indexOf(' ')));
            }
        }
        return names;
    }

    private static List<String> names() {
        return Settings.all().stream().map(Setting::name).toList();
    }

    @Test
    void areTheTableOfTheManual() throws IOException {
        assertThat(Files.readString(MANUAL))
                .as("write what `cadastre config table` prints into the manual")
                .contains(ConfigurationText.table());
    }
}
