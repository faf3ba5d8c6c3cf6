package dev.cadastre.server.monitoring.series.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SnappyBlockTest {

    @Property
    void losesNothing(@ForAll @Size(max = 3_000) byte[] bytes) {
        assertThat(Decoded.snappy(SnappyBlock.of(bytes))).isEqualTo(bytes);
    }

    @Property
    void losesNothingOfWhatRepeats(
            @ForAll @Size(max = 5_000) @ByteRange(min = 0, max = 2) byte[] bytes) {
        assertThat(Decoded.snappy(SnappyBlock.of(bytes))).isEqualTo(bytes);
    }

    @Test
    void takesLittleRoomForLabelsThatRepeat() {
        byte[] text =
                "cadastre_perfdata_value environment=prod asset=host:web1 "
                        .repeat(5_000)
                        .getBytes(StandardCharsets.UTF_8);
        byte[] compressed = SnappyBlock.of(text);

        assertThat(compressed.length).isLessThan(text.length / 15);
        assertThat(Decoded.snappy(compressed)).isEqualTo(text);
    }
}
