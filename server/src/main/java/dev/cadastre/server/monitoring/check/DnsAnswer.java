package dev.cadastre.server.monitoring.check;

import java.util.List;
import java.util.Locale;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/**
 * What a name server answers.
 *
 * @param code such as NOERROR or NXDOMAIN
 * @param authoritative whether it knows by itself
 * @param data of the records of the type that was asked for, names in small letters and without the
 *     last dot
 */
record DnsAnswer(String code, boolean authoritative, List<String> data) {

    DnsAnswer {
        data = List.copyOf(data);
    }

    static DnsAnswer of(Message message, DnsType type) {
        return new DnsAnswer(
                Rcode.string(message.getHeader().getRcode()),
                message.getHeader().getFlag(Flags.AA),
                message.getSection(Section.ANSWER).stream()
                        .filter(answer -> answer.getType() == type.code())
                        .map(DnsAnswer::data)
                        .toList());
    }

    private static String data(Record answer) {
        return answer instanceof TXTRecord text
                ? String.join("", text.getStrings())
                : plain(answer.rdataToString());
    }

    /** The way in which two texts that mean the same are written the same. */
    static String plain(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return lower.endsWith(".") && lower.length() > 1
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
