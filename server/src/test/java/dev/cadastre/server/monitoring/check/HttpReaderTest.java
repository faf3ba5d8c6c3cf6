package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReaderTest {

    private static HttpAnswer read(String method, int most, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return HttpReader.read(new ByteArrayInputStream(bytes), method, most);
    }

    private static HttpAnswer read(String text) throws IOException {
        return read("GET", 100, text);
    }

    @Test
    void readsABodyOfAToldLength() throws IOException {
        HttpAnswer answer = read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX-A:  b \r\n\r\nabcdef");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("abc");
        assertThat(answer.header("x-a")).contains("b");
        assertThat(answer.cut()).isFalse();
    }

    @Test
    void readsChunksWithExtensionsAndTrailers() throws IOException {
        HttpAnswer answer =
                read(
                        String.join(
                                "\r\n",
                                "HTTP/1.1 200 OK",
                                "Transfer-Encoding: gzip, Chunked",
                                "",
                                "3;a=b",
                                "abc",
                                "00A",
                                "0123456789",
                                "0",
                                "X: y",
                                "",
                                ""));

        assertThat(answer.text()).isEqualTo("abc0123456789");
        assertThat(answer.cut()).isFalse();
    }

    @Test
    void readsToTheEndIfNothingTellsTheLength() throws IOException {
        assertThat(read("HTTP/1.0 200\n\nabc").text()).isEqualTo("abc");
    }

    @Test
    void passesOverInformationalAnswers() throws IOException {
        HttpAnswer answer =
                read("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 204 None\r\n\r\n");

        assertThat(answer.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef",
                "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nabcdef",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\nabcdef",
                "HTTP/1.1 200 OK\r\n\r\nabcdef"
            })
    void stopsAtTheMostThatItMayRead(String text) throws IOException {
        HttpAnswer answer = read("GET", 5, text);

        assertThat(answer.text()).isEqualTo("abcde");
        assertThat(answer.cut()).isTrue();
    }

    @Test
    void waitsForNoBodyOfAnAnswerToHead() throws IOException {
        assertThat(read("HEAD", 9, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n").size()).isZero();
    }

    @Test
    void decodesAsIsTold() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=";

        assertThat(read(head + "ISO-8859-1\r\n\r\n\u00e9").text()).isEqualTo("\u00e9");
        assertThat(read(head + "no-such\r\n\r\n\u00c3\u00a9").text()).isEqualTo("\u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 099 X\r\n\r\n",
                "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(CheckFailure.class);
    }

    @Test
    void refusesAHeadThatDoesNotEnd() {
        String endless = "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(20_000);

        assertThatThrownBy(() -> read(endless)).hasMessageContaining("too long");
    }
}
