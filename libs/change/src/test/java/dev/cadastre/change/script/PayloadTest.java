package dev.cadastre.change.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PayloadTest {

    private static Payload payload(String text) {
        return Payload.of(text.getBytes(UTF_8));
    }

    @Test
    void isNotChangedByWhoeverMadeIt() {
        byte[] bytes = {1, 2};
        Payload payload = Payload.of(bytes);
        bytes[0] = 9;
        payload.bytes()[1] = 9;

        assertThat(payload.bytes()).containsExactly(1, 2);
    }

    @Test
    void copiesNothingWhenItIsPutTogether() {
        byte[] own = "shared".getBytes(UTF_8);
        Payload joined = Payload.joined(List.of(payload("a "), Payload.ofOwn(own), payload(" b")));
        List<byte[]> parts = new ArrayList<>();

        joined.forEachPart(parts::add);

        assertThat(joined.bytes()).asString(UTF_8).isEqualTo("a shared b");
        assertThat(joined.size()).isEqualTo(10);
        assertThat(parts.get(1)).isSameAs(own);
        assertThat(joined.first(3)).asString(UTF_8).isEqualTo("a s");
        assertThat(payload("ab").first(3)).asString(UTF_8).isEqualTo("ab");
    }

    @Test
    void findsThingsOutOnce() {
        Payload payload = payload("text");
        int[] times = {0};
        for (int i = 0; i < 2; i++) {
            assertThat(
                            payload.once(
                                    "length",
                                    it -> {
                                        times[0]++;
                                        return it.size() + "";
                                    }))
                    .isEqualTo("4");
        }

        assertThat(times[0]).isEqualTo(1);
        assertThat(payload("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Property
    void isTheSameHoweverItWasCut(@ForAll @Size(max = 5) List<String> texts) throws IOException {
        Payload joined = Payload.joined(texts.stream().map(PayloadTest::payload).toList());
        Payload whole = payload(String.join("", texts));

        assertThat(joined).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(joined.open().readAllBytes()).isEqualTo(whole.bytes());
        assertThat(Stream.of(joined, payload("x")).map(Payload::sha256)).doesNotHaveDuplicates();
    }
}
