package dev.cadastre.cli.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    private static Head read(String text) throws Exception {
        return new HeadReader(() -> 0)
                .read(new ByteArrayInputStream(HeadReader.bytes(text)))
                .orElseThrow();
    }

    @Test
    void leavesWhatFollowsInTheStream() throws Exception {
        var stream =
                new ByteArrayInputStream(
                        HeadReader.bytes(
                                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok"));

        Head head = new HeadReader(() -> 0).read(stream).orElseThrow();

        assertThat(head.length()).contains(2L);
        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 1\r\nTransfer-Encoding: chunked",
                "Host: a\r\nhost: b",
                " folded",
                "Name : blank",
                "no colon",
                "Name: \u0001",
                "Name: a\nOther: b"
            })
    void refusesWhatTwoServersMayReadInTwoWays(String headers) {
        assertThatThrownBy(() -> read("GET / HTTP/1.1\r\n" + headers + "\r\n\r\n"))
                .isInstanceOf(BadHead.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://db1/ HTTP/1.1",
                "CONNECT db1:5432 HTTP/1.1",
                "GET  / HTTP/1.1",
                "GET / HTTP/2",
                "GET /a b HTTP/1.1",
                "get / HTTP/1.1"
            })
    void refusesRequestsThatAreNotForTheApp(String line) {
        assertThatThrownBy(() -> RequestLine.parse(line)).isInstanceOf(BadHead.class);
    }

    @Test
    void refusesALengthThatIsNone() {
        assertThatThrownBy(() -> read("GET / HTTP/1.1\r\nContent-Length: +1\r\n\r\n").length())
                .isInstanceOf(BadHead.class);
    }

    @Test
    void readsNoLongerHeadThanItMay() {
        assertThatThrownBy(() -> read("GET /" + "a".repeat(HeadReader.MOST_BYTES)))
                .isInstanceOfSatisfying(BadHead.class, e -> assertThat(e.status()).isEqualTo(431));
        assertThatThrownBy(() -> read("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(101) + "\r\n"))
                .isInstanceOfSatisfying(BadHead.class, e -> assertThat(e.status()).isEqualTo(431));
    }

    @Test
    void waitsForNobodyWhoSendsByteByByte() {
        var nanos = new AtomicLong();
        var slow = new HeadReader(() -> nanos.addAndGet(1_000_000_000));

        assertThatThrownBy(() ->
                        slow.read(
                                new ByteArrayInputStream(
                                        HeadReader.bytes("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))))
                .isInstanceOfSatisfying(BadHead.class, e -> assertThat(e.status()).isEqualTo(408));
    }
}
