package io.sluice.reports.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFacts;
import io.sluice.reports.figures.RunFigures;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitXmlTest {
  private static final RunFacts RUN = RunFigures.of(SampleRun.golden()).facts();

  private static Document parse(String xml)
      throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static void validate(String xml) throws IOException, SAXException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitXmlTest.class.getResource("junit.xsd"));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private static Verdict verdict(Status status, Status... objectives) {
    return new Verdict(
        status,
        "the sentence",
        java.util.Arrays.stream(objectives)
            .map(s -> SampleRun.result("p95 < 1s", 5e8, 4e8, 6e8, 9, s, "the reason"))
            .toList(),
        List.of(),
        .95,
        Verdict.Statistics.INTERVAL);
  }

  @Test
  void everyServerCanReadIt() throws Exception {
    validate(JunitXml.of(RUN, SampleRun.verdict()));
    validate(JunitXml.of(RUN, verdict(Status.INCONCLUSIVE)));
    validate(JunitXml.of(RUN, verdict(Status.PASS, Status.PASS)));
  }

  @Test
  void theSchemaNoticesMistakes() {
    String xml = JunitXml.of(RUN, SampleRun.verdict());
    assertThrows(SAXException.class, () -> validate(xml.replace("<failure", "<mishap")));
    assertThrows(SAXException.class, () -> validate(xml.replace("tests=", "cases=")));
  }

  @Test
  void aWarningIsNoFailure() throws Exception {
    Verdict verdict =
        new Verdict(
            Status.PASS,
            "the sentence",
            List.of(SampleRun.result("p95 < 1s, warn", 2e9, 2e9, 2e9, 9, Status.FAIL, "slow")),
            List.of("Warning: slow."),
            .95,
            Verdict.Statistics.INTERVAL);
    Document xml = parse(JunitXml.of(RUN, verdict));

    assertEquals(0, xml.getElementsByTagName("failure").getLength());
    assertEquals(
        "PASS: the sentence\nWarning: slow.",
        xml.getElementsByTagName("system-out").item(0).getTextContent());
  }

  @Test
  void whatIsNotAPassIsAFailureOfItsOwnType() throws Exception {
    Document xml =
        parse(
            JunitXml.of(RUN, verdict(Status.FAIL, Status.PASS, Status.FAIL, Status.INCONCLUSIVE)));
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertEquals("3", suite.getAttribute("tests"));
    assertEquals("2", suite.getAttribute("failures"));
    var failures = xml.getElementsByTagName("failure");
    assertEquals(2, failures.getLength());
    assertEquals("FAIL", ((Element) failures.item(0)).getAttribute("type"));
    assertEquals("INCONCLUSIVE", ((Element) failures.item(1)).getAttribute("type"));
    assertEquals("the reason", ((Element) failures.item(1)).getAttribute("message"));
  }

  @Test
  void aVerdictThatNoObjectiveExplainsIsNotGreen() throws Exception {
    for (Verdict verdict :
        List.of(verdict(Status.INCONCLUSIVE), verdict(Status.INCONCLUSIVE, Status.PASS))) {
      Document xml = parse(JunitXml.of(RUN, verdict));
      Element failure = (Element) xml.getElementsByTagName("failure").item(0);
      assertEquals("the sentence", failure.getAttribute("message"));
      assertEquals("verdict", ((Element) failure.getParentNode()).getAttribute("name"));
    }
  }

  @Test
  void aPassHasNoFailure() throws Exception {
    Document xml = parse(JunitXml.of(RUN, verdict(Status.PASS, Status.PASS)));
    assertEquals(0, xml.getElementsByTagName("failure").getLength());
    assertEquals(1, xml.getElementsByTagName("testcase").getLength());
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String hostile = "]]><script>\u0000\u001b[31m\uD800\uFFFF\"'&\n</failure>";
    Verdict verdict =
        new Verdict(
            Status.FAIL,
            hostile,
            List.of(
                SampleRun.result(
                    "p95{request:<a href='x'>} < 1s", 1, 1, 1, 1, Status.FAIL, hostile)),
            List.of(hostile),
            .95,
            Verdict.Statistics.INTERVAL);
    String text = JunitXml.of(RUN, verdict);
    validate(text);
    Document xml = parse(text);
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertEquals(
        "]]><script>\\u0000\\u001b[31m\uFFFD\uFFFD\"'& </failure>",
        failure.getAttribute("message"));
    assertEquals(0, xml.getElementsByTagName("script").getLength());
    assertEquals(
        "p95{request:<a href='x'>} < 1s", ((Element) failure.getParentNode()).getAttribute("name"));
  }
}
