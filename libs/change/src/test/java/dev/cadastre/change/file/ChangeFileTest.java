package dev.cadastre.change.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.Job;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.ini.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFileTest {

    private static final String SHOP =
            """
            [DEFAULT]
            version = 4.2.0
            timeout = 5m

            [change]
            name = shop
            summary = The shop, release ${version}

            [step open]
            op = bundle.open
            bundle = shop

            [step configuration]
            op = files.copy
            source = shop.conf
            target = /etc/shop/${environment}.conf
            as = root
            timeout = 30s
            restarts = shop, shop-worker
            undo = put-back

            [step migrate]
            at = local
            op = command.run
            command = manage 'to the newest' --version ${version} --price $$5

            [step own]
            op = ./ops/warm-up
            pages = 20

            [undo put-back]
            op = command.run
            command = cp /etc/shop.conf.old /etc/shop.conf
            """;

    private static ChangeFileReading read(String text) {
        return ChangeFile.read("shop.change", text.getBytes(UTF_8), TestCatalogue.OPERATIONS);
    }

    private static ChangeFile file(String text) {
        ChangeFileReading reading = read(text);
        assertThat(reading.problems()).isEmpty();
        return reading.file().orElseThrow();
    }

    private static List<String> problems(String text) {
        return read(text).problems().stream()
                .map(problem -> problem.line() + " " + problem.code())
                .toList();
    }

    private static ScriptContext with(Map<String, String> values) {
        return new ScriptContext() {
            @Override
            public byte[] file(String path) {
                return new byte[0];
            }

            @Override
            public Map<String, String> values() {
                return values;
            }
        };
    }

    private static Map<String, String> told(Job job, Map<String, String> values) {
        return ((ScriptOperation) job.operation()).script(with(values)).variables();
    }

    @Test
    void isAnOrderedListOfJobs() {
        Change change = file(SHOP).change();

        assertThat(change.name()).isEqualTo("shop");
        assertThat(change.summary()).isEqualTo("The shop, release 4.2.0");
        assertThat(change.jobs())
                .extracting(Job::name)
                .containsExactly("open", "configuration", "migrate", "own");
        assertThat(change.jobs().get(0).operation())
                .isEqualTo(new EngineOperation.OpenBundle("shop"));
        Job configuration = change.jobs().get(1);
        assertThat(configuration.at()).isEqualTo(At.REMOTE);
        assertThat(configuration.as()).isEqualTo("root");
        assertThat(configuration.limit()).isEqualTo(Duration.ofSeconds(30));
        assertThat(configuration.restarts()).containsExactly("shop", "shop-worker");
        assertThat(configuration.undo()).isNotNull();
        assertThat(configuration.operation().summary())
                .isEqualTo("shop.conf, /etc/shop/${environment}.conf");
        assertThat(change.jobs().get(2).at()).isEqualTo(At.LOCAL);
        assertThat(change.jobs().get(2).limit()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void isMadeForEachHostWithItsValues() {
        ChangeFile file = file(SHOP);
        Job configuration = file.change().jobs().get(1);

        assertThat(file.wanted()).containsExactly("environment");
        assertThat(told(configuration, Map.of("environment", "qa")))
                .containsEntry("target", "/etc/shop/qa.conf")
                .containsEntry("mode", "0644")
                .doesNotContainKey("owner");
        assertThat(told(file.change().jobs().get(3), Map.of())).isEqualTo(Map.of("pages", "20"));
    }

    @Test
    void prefersWhatIsGivenToDefaultsAndTakesItAsItIs() {
        Job migrate = file(SHOP).change().jobs().get(2);

        assertThat(told(migrate, Map.of("Version", "5 $(id) ${x}")))
                .containsEntry("command", "manage|to the newest|--version|5|$(id)|${x}|--price|$5");
        assertThat(told(migrate, Map.of()))
                .containsEntry("command", "manage|to the newest|--version|4.2.0|--price|$5");
    }

    @Test
    void findsWhatItIsGivenOnAllHostsAlikeBeforeAnyHostIsKnown() {
        byte[] text =
                """
                [DEFAULT]
                app = redis
                [change]
                name = ${app}
                summary = ${app} ${late}
                [step open]
                op = bundle.open
                bundle = ${app}
                """
                        .getBytes(UTF_8);

        ChangeFileReading reading =
                ChangeFile.read(
                        "x.change",
                        text,
                        TestCatalogue.OPERATIONS,
                        Map.of("App", "cache", "late", "$"));
        Change change = reading.file().orElseThrow().change();

        assertThat(reading.problems()).isEmpty();
        assertThat(change.name()).isEqualTo("cache");
        assertThat(change.summary()).isEqualTo("cache $");
        assertThat(change.jobs().get(0).operation().summary()).contains("cache");
    }

    @Test
    void templatesFindWhatReferencesDo() {
        Job show =
                file("""
                [DEFAULT]
                version = 4.2
                place = /opt/${version}
                late = ${nowhere}
                [change]
                name = x
                [step s]
                op = values.show
                """)
                        .change()
                        .jobs()
                        .get(0);

        assertThat(told(show, Map.of("host", "web1")))
                .isEqualTo(Map.of("host", "web1", "version", "4.2", "place", "/opt/4.2"));
        assertThat(told(show, Map.of("Version", "5")))
                .isEqualTo(Map.of("Version", "5", "place", "/opt/5"));
    }

    @Test
    void tellsWhatIsWrongWithTheValuesOfAHost() {
        ChangeFile file = file(SHOP);
        Job configuration = file.change().jobs().get(1);

        assertThat(file.problems(Map.of("environment", "qa"), path -> true)).isEmpty();
        assertThat(file.problems(Map.of(), path -> true))
                .extracting(Problem::code)
                .containsExactly("ini.reference-no-key");
        assertThat(file.problems(Map.of("environment", "a\nb"), path -> true))
                .extracting(Problem::code)
                .containsExactly("change.parameter-wrong");
        WrongValues wrong =
                catchThrowableOfType(WrongValues.class, () -> told(configuration, Map.of()));
        assertThat(wrong).hasMessageContaining("shop.change:16:20");
    }

    @Test
    void reportsAllThatIsWrongAtOnceWithItsLine() {
        assertThat(
                        problems(
                                """
                                [change]
                                name = a b
                                owner = x

                                [step one]
                                op = files.cpy
                                [step two]
                                op = files.copy
                                source = ../x
                                mode = rw
                                sorce = y
                                at = moon
                                timeout = soon
                                undo = nothing
                                as = ro ot
                                [step three]
                                [undo other]
                                op = command.run
                                command = "a
                                [steps]
                                [step ]
                                op = bundle.open
                                bundle = ${host.name}
                                """))
                .containsExactly(
                        "2 change.name-wrong",
                        "3 change.key-unknown",
                        "6 change.op-unknown",
                        "7 change.parameter-missing",
                        "9 change.parameter-wrong",
                        "10 change.parameter-wrong",
                        "11 change.parameter-unknown",
                        "12 change.at-wrong",
                        "13 change.timeout-wrong",
                        "14 change.undo-unknown",
                        "15 change.as-wrong",
                        "16 change.op-missing",
                        "17 change.undo-unused",
                        "19 change.parameter-wrong",
                        "20 change.section-unknown",
                        "21 change.name-wrong",
                        "22 change.value-late");
    }

    @Test
    void suggestsWhatWasMeant() {
        assertThat(read(SHOP.replace("files.copy", "file.copy")).problems())
                .extracting(Problem::remedy)
                .containsExactly("did you mean files.copy?");
        assertThat(read(SHOP.replace("source =", "sourc =")).problems())
                .extracting(Problem::remedy)
                .contains("did you mean source?");
        assertThat(read(SHOP.replace("undo = put-back", "undo = putback")).problems())
                .extracting(Problem::remedy)
                .contains("did you mean put-back?");
    }

    @Test
    void findsReferencesThatGoRoundInACircle() {
        assertThat(
                        problems(
                                """
                                [DEFAULT]
                                a = ${b}
                                b = ${a}
                                [change]
                                name = x
                                [step s]
                                op = command.run
                                command = echo ${a}
                                """))
                .containsExactly("8 ini.reference-cycle");
    }

    @Test
    void refusesWhatTheOperationItselfRefuses() {
        ChangeFile file = file("[change]\nname=x\n[step s]\nop=command.run\ncommand=rm -r ${d}\n");

        assertThat(file.problems(Map.of("d", "/"), path -> true))
                .extracting(Problem::code, Problem::line)
                .containsExactly(tuple("change.step-wrong", 4));
    }

    @Test
    void wantsSomeStepAndAName() {
        assertThat(problems("")).containsExactly("0 change.no-name", "0 change.no-step");
        assertThat(problems("[change\nname=x\n")).contains("1 ini.no-section");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a b  c|a,b,c",
                "'a b' c|a b,c",
                "\"a b\"c|a bc",
                "a\\ b|a b",
                "'a\\b'|a\\b",
                "\"a\\\"b\\n\"|a\"b\\n",
                "'' x|,x"
            })
    void dividesCommandsIntoWords(String line, String words) {
        Words read = Words.of(line);

        assertThat(String.join(",", read.words())).isEqualTo(words);
        assertThat(read.isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION,1h30m,true", "DURATION,90,false", "DURATION,0s,false", "MODE,0644,true",
        "MODE,0888,false", "FILE,a/../b,false", "FILE,/a,false", "FILE,a/b,true",
        "PATH,etc,false", "WHOLE,-1,false", "WHOLE,12,true", "SWITCH,true,false",
        "SWITCH,yes,true", "NAME,a b,false", "WORDS,'''a',false"
    })
    void knowsWhatEachTypeTakes(ParameterType type, String text, boolean taken) {
        assertThat(type.takes(text)).isEqualTo(taken);
    }
}
