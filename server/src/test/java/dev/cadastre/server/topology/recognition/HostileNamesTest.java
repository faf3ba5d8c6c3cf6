package dev.cadastre.server.topology.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Transport;
import dev.cadastre.server.estate.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;

/** Names come from hosts, which may send anything. */
class HostileNamesTest {
    private static final int LONGEST_REASON = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private final Recognition recognition = Recognition.builtIn();

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.of(
                        "postgres", "java", "root", "www-data", "nginx", "beam.smp", "", "*", "?"));
    }

    @Property
    void neverFailsAndIsBounded(
            @ForAll("names") @WithNull(0.2) String process,
            @ForAll("names") @WithNull(0.2) String account,
            @ForAll @Size(max = 5) Set<@IntRange(min = 1, max = 65_535) Integer> numbers,
            @ForAll("names") String other) {
        Set<Port> ports =
                numbers.stream()
                        .map(number -> new Port(number, Transport.TCP))
                        .collect(Collectors.toSet());
        Program program = new Program(process, account, ports);
        Map<Port, Set<String>> accepted =
                ports.stream().collect(Collectors.toMap(port -> port, port -> Set.of(other)));
        HostPrograms host =
                new HostPrograms(
                        List.of(new Installed(PackageType.DEB, other, other)),
                        Set.of(other),
                        accepted);

        Optional<Recognised> recognised = recognition.of(program, host);

        assertThat(recognised.map(Recognised::reason).orElse("Nothing.").length())
                .isLessThan(LONGEST_REASON);
        assertThat(ProgramName.of(program, recognised))
                .matches(NAME)
                .hasSizeLessThanOrEqualTo(ProgramName.LONGEST);
        assertThat(recognition.of(program, host)).isEqualTo(recognised);
    }

    @Property
    void patternsMatchAsRegularExpressionsWould(
            @ForAll("patterns") String pattern, @ForAll("subjects") String name) {
        String regex = pattern.replace(".", "\\.").replace("*", ".*").replace("?", ".");

        assertThat(new NamePattern(pattern).matches(name))
                .isEqualTo(Pattern.matches("(?s)" + regex, name));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab.*?").ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> subjects() {
        return Arbitraries.strings().withChars("ab.").ofMaxLength(10);
    }

    @Example
    void namesThatAreTooLongMatchNothing() {
        assertThat(new NamePattern("a*").matches("a".repeat(NamePattern.LONGEST_NAME))).isTrue();
        assertThat(new NamePattern("a*").matches("a".repeat(NamePattern.LONGEST_NAME + 1)))
                .isFalse();
    }
}
