package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternetAddressTest {

    @Property
    void writesSixteenBytesSoThatTheJdkReadsThem(@ForAll @Size(16) byte[] bytes)
            throws UnknownHostException {
        String text = InternetAddress.text(bytes);

        assertThat(InetAddress.getAllByName(text)[0]).isEqualTo(InetAddress.getByAddress(bytes));
        assertThat(text).isLowerCase();
    }

    @Property
    void readsWhatTheJdkWrites(
            @ForAll @Size(16) byte[] v6, @ForAll @Size(4) byte[] v4, @ForAll boolean mapped)
            throws UnknownHostException {
        if (mapped) {
            Arrays.fill(v6, 0, 10, (byte) 0);
            Arrays.fill(v6, 10, 12, (byte) -1);
        }

        assertThat(InternetAddress.ofText(InetAddress.getByAddress(v6).getHostAddress()))
                .contains(InternetAddress.text(v6));
        assertThat(InternetAddress.ofText(InetAddress.getByAddress(v4).getHostAddress()))
                .contains(InternetAddress.text(v4));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0.0.0.0, 0.0.0.0",
        "::, ::",
        "::ffff:127.0.0.1, 127.0.0.1",
        "::10.0.0.1, ::a00:1",
        "FE80::0001, fe80::1",
    })
    void readsWhatPeopleWrite(String text, String address) {
        assertThat(InternetAddress.ofText(text)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                ":",
                ":::",
                "1",
                "1.2.3",
                "1.2.3.400",
                "1.2.3.4.5",
                "localhost",
                "fe80",
                "fe80::1%lo",
                "fe80::1%1",
                "[::1]",
                "1:2",
                "1::2::3",
                "::ffff:1.2.3.400"
            })
    void takesNothingElseForAnAddress(String text) {
        assertThat(InternetAddress.ofText(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0100007F, LITTLE_ENDIAN, 127.0.0.1",
        "7F000001, BIG_ENDIAN, 127.0.0.1",
        "00000000000000000000000001000000, LITTLE_ENDIAN, ::1",
        "00000000000000000000000000000001, BIG_ENDIAN, ::1",
        "00000000000000000000000000000000, LITTLE_ENDIAN, ::",
        "0000000000000000FFFF00000100007F, LITTLE_ENDIAN, 127.0.0.1",
        "B80D0120000000000000000001000000, LITTLE_ENDIAN, 2001:db8::1",
        "20010DB8000000010001000100010001, BIG_ENDIAN, 2001:db8:0:1:1:1:1:1",
        "20010DB8000000000001000000000001, BIG_ENDIAN, 2001:db8::1:0:0:1"
    })
    void readsTheWordsOfTheKernel(String hex, String order, String address) {
        ByteOrder byteOrder =
                order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;

        assertThat(InternetAddress.ofWords(hex, byteOrder)).contains(address);
    }
}
