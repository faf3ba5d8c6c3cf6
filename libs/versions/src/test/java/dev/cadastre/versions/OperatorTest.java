package dev.cadastre.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsSymbol(Operator operator) {
        assertThat(Operator.ofSymbol(operator.symbol())).contains(operator);
    }

    @Test
    void hasNoOtherSymbols() {
        assertThat(Operator.ofSymbol("~")).isEmpty();
        assertThat(Operator.ofSymbol("")).isEmpty();
    }
}
