package org.cotejo.local.elasticsearch;

import static org.elasticsearch.rest.RestRequest.Method.GET;
import static org.elasticsearch.rest.RestRequest.Method.HEAD;

import java.util.List;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;

/** Answers {@code GET /} with name and version, as clients expect of a server. */
final class RootHandler extends BaseRestHandler {
  @Override
  public String getName() {
    return "cotejo_root";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(GET, "/"), new Route(HEAD, "/"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel -> {
      XContentBuilder body = channel.newBuilder();
      body.startObject();
      body.field("name", client.getLocalNodeId());
      body.field("cluster_name", client.settings().get("cluster.name", "cotejo"));
      body.field("cluster_uuid", "local");
      body.startObject("version");
      body.field("number", Build.current().version());
      body.field("build_flavor", "default");
      body.field("build_type", "zip");
      body.field("build_hash", Build.current().hash());
      body.field("build_date", Build.current().date());
      body.field("build_snapshot", Build.current().isSnapshot());
      body.field("lucene_version", org.apache.lucene.util.Version.LATEST.toString());
      body.field("minimum_wire_compatibility_version", Build.current().minWireCompatVersion());
      body.field("minimum_index_compatibility_version", Build.current().minIndexCompatVersion());
      body.endObject();
      body.field("tagline", "You Know, for Search");
      body.endObject();
      channel.sendResponse(new RestResponse(RestStatus.OK, body));
    };
  }
}
