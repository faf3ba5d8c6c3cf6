package dev.cadastre.server.web.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class NearestTest {

    @Example
    void findsWhatASlipOfTheFingerMeant() {
        assertThat(Nearest.to("wbe1", List.of("db1", "web1", "web10"))).contains("web1");
        assertThat(Nearest.to("WEB-1", List.of("web1"))).contains("web1");
    }

    @Example
    void staysSilentWhereNothingIsNear() {
        assertThat(Nearest.to("mail", List.of("web1", "db1"))).isEmpty();
        assertThat(Nearest.to("x".repeat(101), List.of("x".repeat(101)))).isEmpty();
    }

    @Example
    void prefersTheFirstInTheAlphabetAmongEquals() {
        assertThat(Nearest.to("web3", List.of("web2", "web1"))).contains("web1");
    }

    @Property
    void everyNameIsNearestToItself(
            @ForAll @AlphaChars @StringLength(min = 1, max = 50) String name) {
        assertThat(Nearest.to(name, List.of("zz" + name, name))).contains(name);
    }
}
