package dev.cadastre.change.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.Payload;
import dev.cadastre.change.tar.HandMadeTar;
import org.junit.jupiter.api.Test;

/** Archives that tars of different hosts would unpack to different things. */
class UnsafeTarTest {

    private static String problem(HandMadeTar tar) {
        return new Archive(Payload.of(tar.ended())).problem();
    }

    @Test
    void areSafeIfAllTarsAgree() {
        String deep = "d/".repeat(49);
        assertThat(
                        problem(
                                HandMadeTar.empty()
                                        .of('5', "./", "")
                                        .file("./a", "1")
                                        .of('2', "link", "a")
                                        .of('1', "b", "a")
                                        .pax("path=" + deep + "xxlink")
                                        .of('2', deep + "xx", "a")
                                        .pax("path=" + deep + "xxfile")
                                        .file(deep + "xx", "2")))
                .isEmpty();
    }

    @Test
    void hideNamesFromThoseThatKnowNoLongOnes() {
        assertThat(problem(HandMadeTar.empty().pax("path=good").file("../evil", "")))
                .contains("../evil leads out");
        assertThat(
                        problem(
                                HandMadeTar.empty()
                                        .of('2', "link", "/etc")
                                        .pax("path=good")
                                        .file("link/passwd", "")))
                .contains("link/passwd leads through a link");
        assertThat(
                        problem(
                                HandMadeTar.empty()
                                        .pax("path=good")
                                        .of('2', "link", "/etc")
                                        .file("link/passwd", "")))
                .contains("link/passwd leads through a link");
    }

    @Test
    void goOnAfterTheirEnd() {
        assertThat(problem(HandMadeTar.empty().file("a", "").raw(new byte[512]).file("../b", "")))
                .contains("broken")
                .contains("follows its end");
    }

    @Test
    void haveContentWhereOthersSeeNone() {
        byte[] hidden = HandMadeTar.empty().file("../b", "").bytes();
        assertThat(
                        problem(
                                HandMadeTar.empty()
                                        .file("a", "")
                                        .entry('1', "b", "a", hidden, header -> {})))
                .contains("two things about the size");
        assertThat(
                        problem(
                                HandMadeTar.empty()
                                        .pax("size=0")
                                        .entry('0', "b", "", hidden, header -> {})))
                .contains("two things about the size");
    }

    @Test
    void haveHoles() {
        assertThat(problem(HandMadeTar.empty().of('S', "a", ""))).contains("holes");
        assertThat(problem(HandMadeTar.empty().pax("GNU.sparse.name=../x").file("a", "")))
                .contains("holes");
    }

    @Test
    void haveNothingInThem() {
        assertThat(problem(HandMadeTar.empty())).contains("nothing is in it");
        assertThat(new Archive(Payload.of("no tar at all".getBytes(UTF_8))).problem())
                .contains("cut off");
    }
}
