package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class GeneratedHttpTest {

    @Property(tries = 300)
    void readsWhateverChunksMakeAsTheirSum(
            @ForAll @Size(max = 20) List<@AlphaChars @StringLength(min = 1, max = 50) String> parts)
            throws IOException {
        StringBuilder text =
                new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        parts.forEach(part ->
                text.append(Integer.toHexString(part.length()))
                        .append("\r\n")
                        .append(part)
                        .append("\r\n"));
        text.append("0\r\n\r\n");

        assertThat(read(text.toString().getBytes(StandardCharsets.ISO_8859_1), 2_000).text())
                .isEqualTo(String.join("", parts));
    }

    @Property(tries = 500)
    void endsWithAnAnswerOrAFailureWhateverComes(@ForAll byte[] noise, @ForAll boolean begun)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (begun) {
            bytes.writeBytes("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        bytes.writeBytes(noise);

        expectAnAnswerOrAFailure(bytes.toByteArray());
    }

    @Property(tries = 500)
    void endsWithAnAnswerOrAFailureWhereverAByteIsWrong(
            @ForAll @IntRange(max = 75) int place, @ForAll byte wrong) throws IOException {
        byte[] bytes =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nA: b\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        bytes[Math.min(place, bytes.length - 1)] = wrong;

        expectAnAnswerOrAFailure(bytes);
    }

    private static void expectAnAnswerOrAFailure(byte[] bytes) throws IOException {
        try {
            assertThat(read(bytes, 50).size()).isLessThanOrEqualTo(50);
        } catch (CheckFailure failure) {
            assertThat(failure.reason()).isNotBlank();
        }
    }

    private static HttpAnswer read(byte[] bytes, int most) throws IOException {
        return HttpReader.read(new ByteArrayInputStream(bytes), "GET", most);
    }
}
