package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts and values. */
class ValuesTest {

    record Typed(ParameterType type, Optional<ParameterType> itemType, Value value) {}

    @Property
    void aValueIsFoundAgainInItsText(@ForAll("values") Typed typed) {
        Value again = Values.of(typed.value().text(), typed.type(), typed.itemType());

        assertThat(again).isEqualTo(typed.value());
        assertThat(again.text()).isEqualTo(typed.value().text());
    }

    @Property
    void aValueIsFoundAgainInItsJson(@ForAll("values") Typed typed) {
        Value again = Values.of(Values.json(typed.value()), typed.type(), typed.itemType());

        assertThat(again).isEqualTo(typed.value());
    }

    @Property
    void anyTextIsAValueOrRefused(
            @ForAll String text, @ForAll ParameterType type, @ForAll ParameterType itemType) {
        Optional<ParameterType> items =
                Optional.of(itemType).filter(found -> found != ParameterType.ARRAY);
        try {
            Value value = Values.of(text, type, items);

            assertThat(Values.of(value.text(), type, items)).isEqualTo(value);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(80);
        }
    }

    @Provide
    Arbitrary<Typed> values() {
        return Arbitraries.of(ParameterType.values())
                .flatMap(type ->
                        type == ParameterType.ARRAY
                                ? arrays()
                                : scalars(type)
                                        .map(value -> new Typed(type, Optional.empty(), value)));
    }

    private static Arbitrary<Typed> arrays() {
        Arbitrary<ParameterType> types =
                Arbitraries.of(ParameterType.values()).filter(type -> type != ParameterType.ARRAY);
        return types.flatMap(type ->
                members(type)
                        .list()
                        .ofMaxSize(20)
                        .map(members ->
                                new Typed(
                                        ParameterType.ARRAY,
                                        Optional.of(type),
                                        new Value.Items(members))));
    }

    private static Arbitrary<Value> members(ParameterType type) {
        return type == ParameterType.STRING
                ? Arbitraries.strings()
                        .withChars("aZ0 ä€=\"'\\\u00a0")
                        .ofMinLength(1)
                        .ofMaxLength(10)
                        .map(text -> text.startsWith(" ") || text.endsWith(" ") ? "x" : text)
                        .map(Value.Text::new)
                : scalars(type);
    }

    private static Arbitrary<Value> scalars(ParameterType type) {
        return switch (type) {
            case BOOLEAN -> Arbitraries.of(true, false).map(Value.Flag::new);
            case INTEGER -> Arbitraries.bigIntegers().map(Value.Whole::new);
            case NUMBER ->
                    Combinators.combine(
                                    Arbitraries.bigIntegers(),
                                    Arbitraries.integers().between(-280, 300))
                            .as((digits, scale) ->
                                    new Value.Decimal(new BigDecimal(digits, scale)));
            default -> Arbitraries.strings().withChars("aZ0 ,ä€\n\t=\"'\\$").map(Value.Text::new);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    INTEGER | 8000     | 8000
                    INTEGER | ' 8000 ' | 8000
                    INTEGER | -0       | 0
                    NUMBER  | 1.50     | 1.5
                    NUMBER  | 1e3      | 1000
                    NUMBER  | -0.0     | 0
                    NUMBER  | 1E-3     | 0.001
                    BOOLEAN | true     | true
                    STRING  | ' a '    | ' a '
                    ARRAY   | 'a, b'   | a,b
                    ARRAY   | ' '      | ''
                    """)
    void readsTextsByTheirType(ParameterType type, String text, String expected) {
        assertThat(Values.of(text, type, Optional.of(ParameterType.STRING)).text())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    INTEGER | 8000.0
                    INTEGER | 08
                    INTEGER | +8
                    INTEGER | 0x10
                    INTEGER | ''
                    INTEGER | ٣
                    INTEGER | 1_000
                    NUMBER  | 1e999
                    NUMBER  | 1e-999
                    NUMBER  | 1.5e-308
                    NUMBER  | 1e2147483648
                    NUMBER  | .5
                    NUMBER  | NaN
                    NUMBER  | 1,5
                    BOOLEAN | yes
                    BOOLEAN | True
                    BOOLEAN | 1
                    ARRAY   | a,,b
                    ARRAY   | ','
                    """)
    void refusesWhatIsNoneOfTheType(ParameterType type, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of(text, type, Optional.of(ParameterType.STRING)));
    }

    @Property
    void refusesWhatIsTooLong(@ForAll ParameterType type) {
        String text = "1".repeat(Values.LONGEST + 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of(text, type, Optional.of(ParameterType.STRING)));
    }

    @Example
    void takesAThousandMembersAndNoMore() {
        String thousand = "1,".repeat(999) + "1";
        Optional<ParameterType> integers = Optional.of(ParameterType.INTEGER);

        assertThat(Values.of(thousand, ParameterType.ARRAY, integers).text()).isEqualTo(thousand);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of(thousand + ",1", ParameterType.ARRAY, integers))
                .withMessage("it has more than 1,000 members");
    }
}
