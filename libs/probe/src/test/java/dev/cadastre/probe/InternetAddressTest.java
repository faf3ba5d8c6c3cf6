package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternetAddressTest {

    @Property
    void writesSixteenBytesSoThatTheJdkReadsThem(@ForAll @Size(16) byte[] bytes)
            throws UnknownHostException {
        String text = InternetAddress.text(bytes);

        assertThat(InetAddress.getAllByName(text)[0]).isEqualTo(InetAddress.getByAddress(bytes));
        assertThat(text).isLowerCase();
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
