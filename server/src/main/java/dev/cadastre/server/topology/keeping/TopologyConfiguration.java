package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.topology.graph.AssetGraph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {

    TopologyConfiguration(Intervals intervals) {
        intervals.prepare(AssetTable.STATES);
        intervals.prepare(RelationTable.NAME);
    }

    @Bean
    static AssetGraph assetGraph() {
        return new AssetGraph();
    }
}
