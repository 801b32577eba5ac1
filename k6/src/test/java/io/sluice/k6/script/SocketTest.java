package io.sluice.k6.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.k6.script.port.HttpSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SocketTest {
  private final FakeSamples samples = new FakeSamples();
  private final List<String> lines = new ArrayList<>();

  private void run(String text, String url) throws Exception {
    var settings = ScriptSettings.DEFAULTS.withEnv(Map.of("URL", url));
    try (var program =
            ScriptProgram.load(
                Path.of("/x/s.js"), text, settings, (l, line, s) -> lines.add(line), samples);
        var user =
            program.user(
                new FakeUser()
                    .ports(samples, (l, line, s) -> lines.add(line), HttpSettings.DEFAULTS),
                1)) {
      user.call("default", null, 0);
    }
  }

  private long count(String metric) {
    return samples.all.stream().filter(sample -> sample.metric().equals(metric)).count();
  }

  @Test
  void wsHoldsTheUserUntilItIsClosed() throws Exception {
    try (var server = new EchoSockets()) {
      run(
          """
          import ws from 'k6/ws';
          export default function () {
            const res = ws.connect(__ENV.URL, { tags: { my: 'tag' } }, (socket) => {
              socket.on('open', () => { console.log('open'); socket.send('hi'); });
              socket.on('message', (m) => { console.log(m); socket.ping(); });
              socket.on('pong', () => { socket.sendBinary(new Uint8Array([1, 2]).buffer); });
              socket.on('binaryMessage', (m) => { console.log(m.byteLength); socket.close(); });
              socket.on('close', (code) => console.log('closed', code));
              socket.setInterval(() => {}, 1);
            });
            console.log(res.status);
          }
          """,
          server.url());
    }
    assertEquals(List.of("open", "hi", "2", "closed 1000", "101"), lines);
    assertEquals(1, count("ws_sessions"));
    assertEquals(2, count("ws_msgs_sent"));
    assertEquals(2, count("ws_msgs_received"));
    assertEquals(1, count("ws_ping"));
    assertEquals(1, count("ws_session_duration"));
    assertEquals("tag", samples.all.getFirst().tags().get("my"));
  }

  @Test
  void webSocketLivesInTheEventLoop() throws Exception {
    try (var server = new EchoSockets()) {
      run(
          """
          import { WebSocket } from 'k6/websockets';
          export default function () {
            const socket = new WebSocket(__ENV.URL);
            socket.onopen = () => socket.send('hello');
            socket.addEventListener('message', (e) => { console.log(e.data); socket.close(); });
            socket.onclose = (e) => console.log('closed', e.code, socket.readyState);
            console.log('made', socket.readyState);
          }
          """,
          server.url());
    }
    assertEquals(List.of("made 0", "hello", "closed 1000 3"), lines);
  }

  @Test
  void nobodyListens() throws Exception {
    String url;
    try (var server = new EchoSockets()) {
      url = server.url();
    }
    run(
        """
        import { WebSocket } from 'k6/websockets';
        export default function () {
          const socket = new WebSocket(__ENV.URL);
          socket.onerror = (e) => console.log('error', e.error.length > 0);
          socket.onclose = (e) => console.log('closed', e.code);
        }
        """,
        url);
    assertEquals(List.of("error true", "closed 1006"), lines);
    assertEquals(0, count("ws_sessions"));
  }

  @Test
  void otherSchemesAreRefused() {
    var error =
        assertThrows(
            ScriptError.class,
            () ->
                run(
                    "import ws from 'k6/ws'; export default () => { ws.connect('http://x.test/', null, () => {}); };",
                    ""));
    assertEquals(
        "Error: invalid WebSocket URL \"http://x.test/\": expected ws://… or wss://…",
        error.getMessage());
  }
}
