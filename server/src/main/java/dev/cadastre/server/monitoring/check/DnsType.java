package dev.cadastre.server.monitoring.check;

import org.xbill.DNS.Type;

/** What can be asked of a name server. */
enum DnsType {
    A(Type.A),
    AAAA(Type.AAAA),
    CNAME(Type.CNAME),
    MX(Type.MX),
    NS(Type.NS),
    PTR(Type.PTR),
    SOA(Type.SOA),
    SRV(Type.SRV),
    TXT(Type.TXT);

    private final int code;

    DnsType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
