package dev.cadastre.server.topology.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Transport;
import dev.cadastre.server.estate.EstateFile;
import dev.cadastre.server.estate.Port;
import dev.cadastre.server.estate.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionTest {
    private static final Path SAMPLES = Path.of("src/test/resources/recognition/samples.txt");
    private static final Port POSTGRESQL = new Port(5432, Transport.TCP);

    private final Recognition recognition = Recognition.builtIn();

    static List<Sample> samples() throws IOException {
        return Files.readAllLines(SAMPLES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Sample::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void recognisesWhatHostsShow(Sample sample) {
        assertThat(sample.described(recognition)).isEqualTo(sample.expected());
    }

    @Test
    void everyProductHasASample() throws IOException {
        Set<String> sampled =
                samples().stream().flatMap(Sample::products).collect(Collectors.toSet());

        assertThat(recognition.products())
                .extracting(Product::name)
                .doesNotHaveDuplicates()
                .isSubsetOf(sampled);
    }

    @Test
    void builtInProductsHaveNeitherErrorsNorDoubts() {
        assertThat(EstateFile.read("products.ini", BuiltInProducts.text()).problems())
                .extracting(Problem::toString)
                .isEmpty();
    }

    @Test
    void everyFamilyHasAHead() {
        assertThat(recognition.products())
                .extracting(Product::family)
                .isSubsetOf(recognition.products().stream().map(Product::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "5432-tcp, PostgreSQL",
        "3306-tcp, MySQL",
        "6379-tcp, Redis",
        "9200-tcp, Elasticsearch",
        "27017-tcp, MongoDB",
        "5672-tcp, RabbitMQ",
        "22-tcp, OpenSSH",
        "80-tcp, ",
        "443-tcp, ",
        "8080-tcp, ",
        "9000-tcp, ",
        "5432-udp, ",
        "40123-tcp, "
    })
    void assumesOfAPeerOnlyWhatItsPortAloneTells(String port, String title) {
        var assumed = recognition.assumedByPort(Port.parse(port).orElseThrow());

        assertThat(assumed.map(Recognised::title).orElse(null)).isEqualTo(title);
        assertThat(assumed.stream()).allMatch(Recognised::isAssumed);
    }

    @Test
    void saysWhy() {
        assertThat(reason(new Program("postgres", "postgres", Set.of(POSTGRESQL))))
                .isEqualTo("Its process is called 'postgres'.");
        assertThat(reason(new Program("mysqld", "mysql", Set.of())))
                .isEqualTo("Its process is called 'mysqld', as others are too.");
        assertThat(reason(new Program(null, "postgres", Set.of(POSTGRESQL))))
                .isEqualTo("Told by account 'postgres' and port 5432-tcp.");
        assertThat(reason(new Program("java", "kafka", Set.of(new Port(9092, Transport.TCP)))))
                .isEqualTo("Told by process 'java', account 'kafka' and port 9092-tcp.");
        assertThat(reason(new Program(null, null, Set.of(POSTGRESQL))))
                .isEqualTo("Assumed from port 5432-tcp alone.");
        assertThat(reason(new Program(null, "shop", Set.of(POSTGRESQL))))
                .isEqualTo(
                        "Assumed from port 5432-tcp alone; account 'shop' is not one that it"
                                + " usually has.");
    }

    private String reason(Program program) {
        return recognition.of(program, HostPrograms.UNKNOWN).orElseThrow().reason();
    }

    @ParameterizedTest
    @CsvSource({
        "haproxy, root, 80-tcp, haproxy",
        "haproxy, haproxy, , haproxy",
        "gunicorn, shop, 8000-tcp, gunicorn",
        "java, shop, 8080-tcp, openjdk-17-jre-headless",
        "postgres, postgres, 5432-tcp, postgresql-15",
        "redis-server, redis, 6379-tcp, redis-server",
        "beam.smp, rabbitmq, 5672-tcp, rabbitmq-server",
        "sshd, root, 22-tcp, openssh-server",
        "master, root, 25-tcp, postfix"
    })
    void rootAndOthersCallAProgramAlike(
            String process, String account, @Nullable String port, String installed) {
        Set<Port> ports = port == null ? Set.of() : Set.of(Port.parse(port).orElseThrow());
        HostPrograms host =
                new HostPrograms(
                        List.of(new Installed(PackageType.DEB, installed, "1")),
                        Set.of(),
                        Map.of());

        assertThat(name(new Program(null, account, ports), host))
                .isEqualTo(name(new Program(process, account, ports), host));
    }

    private String name(Program program, HostPrograms host) {
        return ProgramName.of(program, recognition.of(program, host));
    }

    @Test
    void productsOfTheEstateFileCountBesideThoseBuiltIn() {
        Recognition own =
                with(
                        """
                        [product shop]
                        title = The shop
                        process = gunicorn*
                        account = shop

                        [product postgresql]
                        title = Our PostgreSQL
                        process = postgres
                        """);

        assertThat(title(own, "gunicorn", "shop")).isEqualTo("The shop");
        assertThat(title(own, "gunicorn", "blog")).isEqualTo("Gunicorn");
        assertThat(title(own, "postgres", "postgres")).isEqualTo("Our PostgreSQL");
        assertThat(own.assumedByPort(POSTGRESQL)).isEmpty();
        assertThat(own.products()).hasSize(recognition.products().size() + 1);
    }

    @Test
    void aProductOnARuntimeIsToldByItsAccount() {
        Recognition own =
                with(
                        """
                        [product billing]
                        process = java
                        account = billing
                        """);

        assertThat(title(own, "java", "billing")).isEqualTo("billing");
        assertThat(title(own, null, "billing")).isEqualTo("billing");
        assertThat(title(own, "java", "shop")).isEqualTo("Java");
    }

    @Test
    void tellsWhichPackagesSpeakForProducts() {
        assertThat(recognition.isOfProduct(new Installed(PackageType.DEB, "redis-server", "5")))
                .isTrue();
        assertThat(recognition.isOfProduct(new Installed(PackageType.PYPI, "redis", "5")))
                .isFalse();
    }

    private static Recognition with(String estate) {
        return Recognition.builtIn()
                .with(EstateFile.read("estate.ini", estate).modelOrThrow().products().values());
    }

    private static String title(Recognition recognition, @Nullable String process, String account) {
        return recognition
                .of(new Program(process, account, Set.of()), HostPrograms.UNKNOWN)
                .map(Recognised::title)
                .orElse("nothing");
    }
}
